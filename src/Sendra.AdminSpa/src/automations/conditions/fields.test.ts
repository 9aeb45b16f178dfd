import { expect, it } from 'vitest';
import { operatorsFor, seenProperties } from './fields';

it('finds the properties of events with their types and values', () => {
  expect(seenProperties(['{"plan":"pro","seats":3,"trial":true,"at":"2026-01-31T09:00:00Z","tags":["a"],"a.b":1,"customer":{"name":"Ada","address":{"city":"London"}}}', '{"plan":"free","seats":3,"gone":null}', null, '[1]'])).toEqual([
    { path: 'plan', type: 'text', examples: ['pro', 'free'] },
    { path: 'seats', type: 'number', examples: ['3'] },
    { path: 'trial', type: 'boolean', examples: ['true'] },
    { path: 'at', type: 'date', examples: ['2026-01-31T09:00:00Z'] },
    { path: 'tags', type: 'list', examples: [] },
    { path: 'a\\.b', type: 'number', examples: ['1'] },
    { path: 'customer.name', type: 'text', examples: ['Ada'] },
    { path: 'customer.address.city', type: 'text', examples: ['London'] },
  ]);
});

it('offers what fits the type, and keeps what is asked already', () => {
  expect(operatorsFor('boolean', 'isTrue')).toEqual(['isTrue', 'isFalse', 'exists', 'notExists']);
  expect(operatorsFor('boolean', 'equals')).toContain('equals');
  expect(operatorsFor('number', undefined)).not.toContain('startsWith');
  expect(operatorsFor(undefined, undefined)).toHaveLength(19);
});
