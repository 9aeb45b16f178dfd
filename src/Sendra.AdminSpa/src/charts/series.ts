/** A point in time, already worded, with one number for each series. */
export interface ChartPoint {
  readonly time: string;
  readonly [series: string]: string | number;
}

export interface ChartSeries {
  readonly name: string;
  readonly label: string;
  readonly color: string;
}

/** The same thing has the same colour on every chart. */
export const colors = {
  neutral: 'var(--app-chart-neutral)',
  enrolled: 'var(--app-chart-enrolled)',
  exited: 'var(--app-chart-exited)',
  completed: 'var(--app-chart-completed)',
  processed: 'var(--app-chart-enrolled)',
  skipped: 'var(--app-chart-skipped)',
  refused: 'var(--app-chart-refused)',
} as const;
