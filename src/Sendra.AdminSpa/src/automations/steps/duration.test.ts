import { expect, it } from 'vitest';
import { durationWords, readDuration, units, writeDuration } from './duration';

it.each([
  ['P3D', '3 days'],
  ['PT1M', '1 minute'],
  ['P1M', '1 month'],
  ['-P3D', '3 days'],
  ['P1DT12H', '1 day and 12 hours'],
  ['P1Y2M3DT4H', '1 year, 2 months, 3 days, and 4 hours'],
  ['soon', 'soon'],
  ['P', 'P'],
])('says %s as %s', (text, words) => expect(durationWords(text)).toBe(words));

it.each(units)('reads back %s', (unit) =>
  expect(readDuration(writeDuration(7, unit, true))).toEqual({ negative: true, parts: [{ unit, amount: 7 }] }));
