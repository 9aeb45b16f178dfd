import { expect, it } from 'vitest';
import { isNumber, isText, numberText, parseExact, stringifyExact, toNumber, type Json } from './exactJson';

it.each(['12345678901234567890', '1.0', '1e3', '-0', '0.1', '{"a":[1,-2.50,"12345678901234567890","\\"1.0"],"b":null}'])(
  'gives %s back as it was',
  (json) => expect(stringifyExact(parseExact(json))).toBe(json),
);

it('tells numbers from texts, whatever their size', () => {
  const [small, large, text] = parseExact('[5,12345678901234567890,"5"]') as [Json, Json, Json];

  expect([small, large, text].map(isNumber)).toEqual([true, true, false]);
  expect([small, large, text].map(isText)).toEqual([false, false, true]);
  expect([small, large].map(numberText)).toEqual(['5', '12345678901234567890']);
});

it.each([
  ['12345678901234567890', '12345678901234567890'],
  ['-2.50', '-2.50'],
  ['', 'null'],
  ['-', 'null'],
  ['007', 'null'],
])('reads the digits %s as %s', (typed, json) => expect(stringifyExact(toNumber(typed))).toBe(json));
