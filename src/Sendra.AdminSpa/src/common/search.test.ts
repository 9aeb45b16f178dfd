import { describe, expect, it } from 'vitest';
import { parseSearch, readChoice, readFlag, readText, readTexts, stringifySearch } from './search';

describe('search parameters', () => {
  it('come back as they were written', () => {
    const text = '?name=signUp&name=a%26b&declared=false&email=ada%2Bx%40example.com';
    expect(stringifySearch(parseSearch(text))).toBe(text);
  });

  it('have any name', () => {
    expect(stringifySearch(parseSearch('?__proto__=a&__proto__=b&constructor=c'))).toBe('?__proto__=a&__proto__=b&constructor=c');
  });

  it('leave out what says nothing', () => {
    expect(stringifySearch({ name: [], email: '', declared: undefined })).toBe('');
  });

  it('are read leniently, so that a mistyped link shows the log all the same', () => {
    const search = parseSearch('?name=a&declared=maybe&range=7d&email=');
    expect(readTexts(search.name)).toEqual(['a']);
    expect(readFlag(search.declared)).toBeUndefined();
    expect(readChoice(search.range, ['24h', '7d'])).toBe('7d');
    expect(readText(search.email)).toBeUndefined();
  });
});
