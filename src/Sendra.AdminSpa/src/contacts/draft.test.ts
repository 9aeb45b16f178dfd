import { expect, it } from 'vitest';
import type { Contact, CustomField } from '../api/types';
import { stringifyExact } from '../common/exactJson';
import { toChanges, toDraft } from './draft';

const fields = [
  { name: 'seats', type: 'number' },
  { name: 'vip', type: 'boolean' },
  { name: 'plan', type: 'text' },
] as unknown as CustomField[];
const ada = { email: 'ada@example.com', externalId: null, firstName: 'Ada', lastName: null, name: null, customFields: '{"seats":1.10,"vip":true}' } as unknown as Contact;

it('shows what a contact has, with the digits that were sent', () => {
  expect(toDraft(ada, fields)).toEqual({ email: 'ada@example.com', externalId: '', firstName: 'Ada', lastName: '', name: '', seats: '1.10', vip: 'true', plan: '' });
});

it('sends only what changed, each in its type, and null for what was emptied', () => {
  const before = toDraft(ada, fields);
  const changes = toChanges(before, { ...before, firstName: ' ', seats: '12345678901234567890', vip: 'false', plan: 'pro ' }, fields);
  expect(stringifyExact(changes)).toBe('{"firstName":null,"seats":12345678901234567890,"vip":false,"plan":"pro"}');
});

it('sends what is no number as it was typed, so that it is refused and not lost', () => {
  const before = toDraft(ada, fields);
  expect(toChanges(before, { ...before, seats: 'many' }, fields)).toEqual({ seats: 'many' });
});
