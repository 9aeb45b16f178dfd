import { describe, expect, it } from 'vitest';
import { ticks } from './ticks';

describe('ticks', () => {
  it('are round and reach the most', () => {
    expect(ticks(29)).toEqual([0, 10, 20, 30]);
    expect(ticks(183)).toEqual([0, 50, 100, 150, 200]);
    expect(ticks(5_000)).toEqual([0, 2_000, 4_000, 6_000]);
  });

  it('are whole numbers, and there are two where nothing is counted', () => {
    expect(ticks(3)).toEqual([0, 1, 2, 3]);
    expect(ticks(0)).toEqual([0, 1]);
  });
});
