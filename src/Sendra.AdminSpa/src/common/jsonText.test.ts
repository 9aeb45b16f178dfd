import { describe, expect, it } from 'vitest';
import { excerpt, members, parseKeeping, prettyLines, prettyText } from './jsonText';

const sent = '{"b":1.10,"a":12345678901234567890,"2":"x\\u0000\\"}","1":[],"deep":{"list":[true,null,{"k":-1e5}]}}';

describe('prettyText', () => {
  it('keeps digits, order and escapes as sent', () => {
    expect(prettyText(sent)).toBe(`{
  "b": 1.10,
  "a": 12345678901234567890,
  "2": "x\\u0000\\"}",
  "1": [],
  "deep": {
    "list": [
      true,
      null,
      {
        "k": -1e5
      }
    ]
  }
}`);
  });

  it('shows a lone value as it is', () => {
    expect(prettyText('"hi"')).toBe('"hi"');
    expect(prettyText('{}')).toBe('{}');
  });

  it('tells keys from strings', () => {
    const kinds = prettyLines('{"a":"b"}').flatMap((line) => line.tokens.map((token) => token.kind));
    expect(kinds).toEqual(['punctuation', 'key', 'punctuation', 'string', 'punctuation']);
  });
});

describe('members', () => {
  it('gives each value with its own text', () => {
    expect(members('{"a":1.10,"b":{"c":[1]},"d":"x"}')).toEqual([
      ['a', '1.10'],
      ['b', '{"c":[1]}'],
      ['d', '"x"'],
    ]);
    expect(members('{}')).toEqual([]);
  });
});

describe('parseKeeping', () => {
  it('leaves the named member as text, also when its value has a member of that name', () => {
    const parsed = parseKeeping('{"items":[{"id":"1","properties":{"properties":1.10}},{"id":"2","properties":null}]}', 'properties');
    expect(parsed).toEqual({ items: [{ id: '1', properties: '{"properties":1.10}' }, { id: '2', properties: null }] });
  });

  it('is not misled by a string that equals the name', () => {
    expect(parseKeeping('{"eventName":"properties","properties":"x"}', 'properties')).toEqual({
      eventName: 'properties',
      properties: '"x"',
    });
  });
});

describe('excerpt', () => {
  it('cuts long texts', () => {
    expect(excerpt('{"plan":"pro","seats":3}', 80)).toBe('{"plan": "pro", "seats": 3}');
    expect(excerpt(`{"text":"${'x'.repeat(500)}","n":1}`, 20).length).toBeLessThanOrEqual(21);
  });
});
