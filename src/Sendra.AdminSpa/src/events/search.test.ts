import { describe, expect, it } from 'vitest';
import { isFiltered, readLogSearch, toFilter, toStreamFilter } from './search';

describe('the log’s filters', () => {
  it('are read from a link', () => {
    expect(readLogSearch({ name: 'signUp', declared: 'false', range: '7d', from: '2026-01-01' })).toMatchObject({
      name: ['signUp'],
      declared: false,
      range: '7d',
      from: undefined,
    });
  });

  it('count a range back from now', () => {
    const now = Date.parse('2026-01-31T12:00:00Z');
    expect(toFilter(readLogSearch({ range: '24h' }), now).from).toBe('2026-01-30T12:00:00.000Z');
  });

  it('know the days of the reader’s calendar', () => {
    const now = new Date(2026, 2, 1, 12).getTime();
    expect(toFilter(readLogSearch({ range: 'today' }), now)).toMatchObject({ from: new Date(2026, 2, 1).toISOString(), to: undefined });
    expect(toFilter(readLogSearch({ range: 'yesterday' }), now)).toMatchObject({ from: new Date(2026, 1, 28).toISOString(), to: new Date(2026, 2, 1).toISOString() });
  });

  it('let into the live tail all that a range to now would, and nothing new into a day that is over', () => {
    const now = new Date(2026, 2, 1, 12).getTime();
    expect(toStreamFilter(readLogSearch({ range: 'today' }), now)).toMatchObject({ from: undefined, to: undefined });
    expect(toStreamFilter(readLogSearch({ range: '24h' }), now)).toMatchObject({ from: undefined, to: undefined });
    expect(toStreamFilter(readLogSearch({ range: 'yesterday' }), now)).toEqual(toFilter(readLogSearch({ range: 'yesterday' }), now));
    expect(toStreamFilter(readLogSearch({ from: '2026-01-01T00:00:00.000Z' }), now).from).toBe('2026-01-01T00:00:00.000Z');
  });

  it('take a mistyped time for none', () => {
    expect(readLogSearch({ from: 'yesterday' }).from).toBeUndefined();
  });

  it('do not count the open event as a filter', () => {
    expect(isFiltered(readLogSearch({ event: '1' }))).toBe(false);
    expect(isFiltered(readLogSearch({ effect: 'true' }))).toBe(true);
  });
});
