/** What stands beside the steps. */
export type Beside = 'inspector' | 'test' | 'simulation' | 'versions';
