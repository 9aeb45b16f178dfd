import { expect, it } from 'vitest';
import { toPoints } from './activity';

const buckets = [
  { from: '2026-01-31T00:00:00Z', received: 3, enrolled: 2, exited: 1 },
  { from: '2026-02-01T00:00:00Z', received: 4, enrolled: 0, exited: 5 },
];

it('names days by UTC, wherever the reader is', () => {
  const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  expect(toPoints(buckets, 'day').map((one) => one.time)).toEqual([day.format(Date.UTC(2026, 0, 31)), day.format(Date.UTC(2026, 1, 1))]);
});
