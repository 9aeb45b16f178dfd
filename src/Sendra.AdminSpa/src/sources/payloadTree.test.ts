import { expect, it } from 'vitest';
import { pathSegment, payloadLines } from './payloadTree';

it('S2 gives every value its path', () => {
  const lines = payloadLines('{"data":{"a.b":"x","items":[{"email":"ada@example.com"}]},"n":1}');
  expect(lines?.map(({ path, depth, value, reads }) => [path, depth, value, reads])).toEqual([
    ['data', 0, undefined, undefined],
    ['data.a\\.b', 1, '"x"', 'text'],
    ['data.items', 1, undefined, undefined],
    ['data.items.0', 2, undefined, undefined],
    ['data.items.0.email', 3, '"ada@example.com"', 'text'],
    ['n', 0, '1', 'number'],
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

it('E3 shows numbers with the digits that were sent', () => {
  const lines = payloadLines('[ {"id": 820982911946154508, "price": 1.10, "paid": true, "tags": []} ]');
  expect(lines?.map(({ path, value, reads }) => [path, value, reads])).toEqual([
    ['0', undefined, undefined],
    ['0.id', '820982911946154508', 'number'],
    ['0.price', '1.10', 'number'],
    ['0.paid', 'true', undefined],
    ['0.tags', undefined, undefined],
  ]);
});
