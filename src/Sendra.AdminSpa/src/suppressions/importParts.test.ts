import { describe, expect, it } from 'vitest';
import { importParts } from './importParts';

const many = Array.from({ length: 20_000 }, (_, at) => `a${at}@example.com`);

describe('importParts', () => {
  it('leaves a short list whole', () => {
    const [one, ...others] = importParts('\uFEFFa@example.com\r\nb@example.com');
    expect(one?.csv).toBe('a@example.com\nb@example.com');
    expect(one?.lineOf(2)).toBe(2);
    expect(others).toEqual([]);
  });

  it('has no part for nothing', () => expect(importParts(' \n')).toEqual([]));

  it('repeats the heading, and knows where lines stand in the whole', () => {
    const parts = importParts(['Name;Email', ...many.map((email) => `x;${email}`)].join('\n'));
    expect(parts).toHaveLength(3);
    expect(parts.every(({ csv }) => csv.startsWith('Name;Email\nx;'))).toBe(true);
    expect(parts[1]?.csv.split('\n')[1]).toBe('x;a9000@example.com');
    expect(parts[1]?.lineOf(2)).toBe(9_002);
  });

  it('loses no line', () => {
    const parts = importParts(many.join('\n'));
    expect(parts.flatMap(({ csv }) => csv.split('\n'))).toEqual(many);
    expect(parts[1]?.lineOf(1)).toBe(9_001);
  });

  it('cuts no quoted cell in two', () => {
    const lines = [...many.slice(0, 8_999), '"b', 'c",b@example.com', 'd@example.com'];
    expect(importParts(lines.join('\n')).map(({ csv }) => csv.split('\n').at(-1))).toEqual(['c",b@example.com', 'd@example.com']);
  });
});
