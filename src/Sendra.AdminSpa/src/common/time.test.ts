import { expect, it } from 'vitest';
import { isBackFilled, timeAgo, timeUntil } from './time';

const now = Date.parse('2026-01-31T12:00:00Z');
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();

it('never puts what happened into the future, however far this clock is behind', () => {
  expect(timeAgo(at(24), now)).toBe('just now');
  expect(timeAgo(at(4_000), now)).toBe('just now');
  expect(timeAgo(at(-24), now)).toBe('24 seconds ago');
  expect(timeAgo(at(-120), now)).toBe('2 minutes ago');
});

it('never puts what is still to come into the past', () => {
  expect(timeUntil(at(7 * 86_400), now)).toBe('in 7 days');
  expect(timeUntil(at(-5), now)).toBe('now');
});

it('knows what was told of late', () => {
  expect(isBackFilled(at(0), at(-61))).toBe(true);
  expect(isBackFilled(at(0), at(-1))).toBe(false);
  expect(isBackFilled(at(0), at(60))).toBe(false);
  expect(isBackFilled(at(0), null)).toBe(false);
});
