import { expect, it } from 'vitest';
import { namedProperties, sampleProperties } from './sampleProperties';

const property = { required: false, allowed: null };

it('takes a real event as it came', () => {
  expect(sampleProperties('{"order":12345678901234567890}', [], ['plan'])).toBe('{\n  "order": 12345678901234567890\n}');
});

it('makes one of each property that is known', () => {
  const schema = [
    { ...property, name: 'plan', type: 'text' as const, allowed: ['pro', 'free'] },
    { ...property, name: 'seats', type: 'number' as const },
  ];
  expect(JSON.parse(sampleProperties(undefined, schema, ['plan', 'order.id', 'order.currency', 'seats.max']))).toEqual({ plan: 'pro', seats: 1, order: { id: 'text', currency: 'text' } });
  expect(sampleProperties(null, [], [])).toBe('{}');
});

it('finds the properties that conditions and texts name', () => {
  expect(namedProperties('{"field":"event.plan","text":"{{ trigger.order.id }} {{event.plan}}","url":"https://event.example.com","event.":"x"}')).toEqual(['plan', 'order.id']);
});

it('makes properties with the names of an object’s own parts, and changes no other object', () => {
  const object = { ...property, name: 'order', type: 'object' as const };
  expect(sampleProperties(null, [object], ['__proto__.isOwner', 'constructor.name', 'order.id'])).toBe(
    JSON.stringify({ order: { id: 'text' }, ['__proto__']: { isOwner: 'text' }, constructor: { name: 'text' } }, undefined, 2),
  );
  expect('isOwner' in {}).toBe(false);
  expect(sampleProperties(null, [object], [])).toBe('{\n  "order": {}\n}');
});
