import { expect, it } from 'vitest';
import { namesBelow, noFields, pathsOf } from './fields';

const fields = { ...noFields, contact: ['email', 'plan'], trigger: ['order', 'order.id', 'order.lines', 'plan'] };

it('completes what is known below a path', () => {
  expect(namesBelow(fields, ['contact'])).toEqual(['email', 'plan']);
  expect(namesBelow(fields, ['trigger'])).toEqual(['order', 'plan']);
  expect(namesBelow(fields, ['trigger', 'order'])).toEqual(['id', 'lines']);
  expect(namesBelow(fields, ['trigger', 'plan'])).toEqual([]);
  expect(namesBelow(fields, ['constructor'])).toEqual([]);
});

it('knows the members of an event', () => {
  expect(pathsOf('{"plan":"pro","order":{"id":1,"lines":[{"sku":"a"}]}}')).toEqual(['plan', 'order', 'order.id', 'order.lines']);
  expect(pathsOf('[1]')).toEqual([]);
  expect(pathsOf('{')).toEqual([]);
});
