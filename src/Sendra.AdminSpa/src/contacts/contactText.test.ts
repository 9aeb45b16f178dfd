import { expect, it } from 'vitest';
import { stringifyExact } from '../common/exactJson';
import { fromContactText, toContactText } from './contactText';

const ada = { email: 'ada@example.com', externalId: null, firstName: 'Ada', lastName: null, name: null, customFields: '{"plan":"pro","order":12345678901234567890,"gone":null}' };

it('shows what is known of a contact, with its digits', () => {
  expect(toContactText(ada)).toEqual({ email: 'ada@example.com', properties: '{\n  "firstName": "Ada",\n  "plan": "pro",\n  "order": 12345678901234567890\n}' });
});

it('sends what was typed, with the email of its field', () => {
  const typed = { ...toContactText(ada), email: ' grace@example.com ' };
  expect(stringifyExact(fromContactText(typed))).toBe('{"firstName":"Ada","plan":"pro","order":12345678901234567890,"email":"grace@example.com"}');
  expect(fromContactText({ email: 'a@b.c', properties: '' })).toEqual({ email: 'a@b.c' });
});

it('sends nothing that is no object', () => {
  expect(fromContactText({ email: 'a@b.c', properties: '[1]' })).toBeUndefined();
  expect(fromContactText({ email: 'a@b.c', properties: '{"a":' })).toBeUndefined();
});
