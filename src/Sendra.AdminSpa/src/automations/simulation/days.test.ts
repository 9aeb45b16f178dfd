import { expect, it } from 'vitest';
import { everyDay } from './days';

const day = (from: string, enrolled: number) => ({ from, enrolled, exited: 0, notEnrolled: 1 });

it('fills the days on which nothing was decided', () => {
  const points = everyDay([day('2026-01-02T00:00:00Z', 3), day('2026-01-04T00:00:00Z', 1)], '2026-01-01T10:00:00Z', '2026-01-05T09:00:00Z');
  expect(points.map((one) => one.enrolled)).toEqual([0, 3, 0, 1, 0]);
});

it('begins with the first decision when the time has no beginning', () => {
  expect(everyDay([day('2026-01-04T00:00:00Z', 1)], null, '2026-01-05T09:00:00Z').map((one) => one.enrolled)).toEqual([1, 0]);
});

it('keeps to what can be drawn', () => {
  expect(everyDay([], '2001-01-01T00:00:00Z', '2026-01-05T09:00:00Z')).toHaveLength(400);
});
