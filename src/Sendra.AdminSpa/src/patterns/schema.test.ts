import { expect, it } from 'vitest';
import { pathOf, schemaWords, toDraft, toProperty } from './schema';

it('says what a schema does', () => {
  const plan = { name: 'plan', type: 'text' as const, required: true, allowed: null };
  expect(schemaWords({ properties: [], enforcement: 'reject' })).toBeUndefined();
  expect(schemaWords({ properties: [plan], enforcement: 'none' })).toBe('Schema of 1 property');
  expect(schemaWords({ properties: [plan, plan], enforcement: 'reject' })).toBe('Schema of 2 properties: refuses');
});

it('keeps a property as it was', () => {
  const seats = { name: 'seats', type: 'number' as const, required: false, allowed: [1, 2.5] };
  expect(toProperty(toDraft(seats))).toEqual(seats);
  expect(toProperty({ ...toDraft(seats), allowed: ['many'] }).allowed).toEqual(['many']);
  expect(toProperty({ ...toDraft(seats), type: 'boolean', allowed: ['true'] }).allowed).toEqual([true]);
  expect(toProperty({ ...toDraft(seats), type: 'list' }).allowed).toBeUndefined();
});

it('escapes names in paths', () => {
  expect(pathOf('plan')).toBe('plan');
  expect(pathOf('a.b[0]')).toBe('a\\.b\\[0]');
});
