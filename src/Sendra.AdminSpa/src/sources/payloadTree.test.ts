import { expect, it } from 'vitest';
import { pathSegment, payloadLines } from './payloadTree';

it('S2 gives every value its path', () => {
  const lines = payloadLines('{"data":{"a.b":"x","items":[{"email":"ada@example.com"}]},"n":1}');
  expect(lines?.map(({ path, depth, value, isText }) => [path, depth, value, isText])).toEqual([
    ['data', 0, undefined, false],
    ['data.a\\.b', 1, '"x"', true],
    ['data.items', 1, undefined, false],
    ['data.items.0', 2, undefined, false],
    ['data.items.0.email', 3, '"ada@example.com"', true],
    ['n', 0, '1', false],
  ]);
});

it('takes what has a meaning in a path literally', () => {
  expect(pathSegment('a\\b.c', true)).toBe('a\\\\b\\.c');
  expect(pathSegment('header:x', true)).toBe('header\\:x');
  expect(pathSegment('header:x', false)).toBe('header:x');
});

it('leaves alone what is no JSON object or array', () => {
  expect(payloadLines('email=ada%40example.com')).toBeUndefined();
  expect(payloadLines('"text"')).toBeUndefined();
});
