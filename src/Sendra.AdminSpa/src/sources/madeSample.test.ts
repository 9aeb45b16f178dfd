import { expect, it } from 'vitest';
import { madeSample } from './madeSample';

const source = { emailPath: 'data.customers.0.email || email', externalIdPath: null, eventName: { path: 'header:X-Topic' }, itemsPath: null };

it('has what the mapping reads', () => {
  expect(madeSample(source)).toEqual({
    payload: JSON.stringify({ data: { customers: [{ email: 'ada@example.com' }] } }, null, 2),
    headers: { 'Content-Type': 'application/json', 'X-Topic': 'signUp' },
  });
});

it('has items where the mapping reads a list', () => {
  const item = { email: 'ada@example.com', 'a.b': 'paid' };
  const list = { ...source, emailPath: 'email', eventName: { path: 'a\\.b', only: ['paid'] } };
  expect(JSON.parse(madeSample({ ...list, itemsPath: '$' }).payload)).toEqual([item]);
  expect(JSON.parse(madeSample({ ...list, itemsPath: 'data.events' }).payload)).toEqual({ data: { events: [item] } });
});
