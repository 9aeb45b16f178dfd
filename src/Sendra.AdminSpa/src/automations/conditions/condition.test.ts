import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../common/exactJson';
import { asGroup, conditionWords, fromGroup, operators, partPath, withOperator } from './condition';

const plan = { field: 'contact.plan', op: 'equals', value: 'pro' };
const age = { field: 'event.age', op: 'atLeast', value: 18 };
const order = { field: 'event.orderId', op: 'notEquals', value: { field: 'trigger.orderId' } };

it.each<[Json, string]>([
  [plan, 'the contact’s plan is “pro”'],
  [{ all: [plan, age] }, 'the contact’s plan is “pro” and the event’s age is at least 18'],
  [{ any: [plan, { all: [age, order] }] }, 'the contact’s plan is “pro” or (the event’s age is at least 18 and the event’s orderId is not the trigger event’s orderId)'],
  [{ not: plan }, 'not (the contact’s plan is “pro”)'],
  [{ not: { any: [plan, age] } }, 'not (the contact’s plan is “pro” or the event’s age is at least 18)'],
  [{ field: 'contact.seenAt', op: 'withinLast', value: 'P7D' }, 'the contact’s seenAt is within the last 7 days'],
  [{ field: 'contact.plan', op: 'in', value: ['a', 'b', 'c', 'd', 'e'] }, 'the contact’s plan is one of “a”, “b”, “c”, or 2 more'],
  [{ field: 'contact.email', op: 'exists' }, 'the contact’s email has a value'],
  [{ field: '', op: 'equals', value: '' }, 'a field is …'],
  [{ received: 'bought', atLeast: 2, within: 'P90D' }, 'bought was received at least 2 times in the last 90 days'],
  [{ not: { received: 'bought' } }, 'not (bought was received)'],
  [{ received: 'bought', where: { field: 'event.sku', op: 'equals', value: 'a' } }, 'bought was received where the event’s sku is “a”'],
  [{ field: 'event.a', op: 'contains', value: 'x'.repeat(61) }, `the event’s a contains “${'x'.repeat(60)}…”`],
])('says %j in words', (condition, words) => expect(conditionWords(condition)).toBe(words));

it.each<Json>([{ all: [plan, age] }, { any: [plan] }, { not: { all: [plan, age] } }, { not: { any: [plan, age] } }])('keeps the group %j', (condition) =>
  expect(fromGroup(asGroup(condition)!)).toEqual(condition));

it('reads what is turned round as “none of”', () => {
  expect(asGroup({ not: plan })).toEqual({ mode: 'none', parts: [plan] });
  expect(asGroup({ not: { not: plan } })).toEqual({ mode: 'none', parts: [{ not: plan }] });
  expect(asGroup(plan)).toBeUndefined();
});

it.each<[Json, string]>([
  [{ all: [plan] }, 'all[0]'],
  [{ not: { any: [plan] } }, 'not.any[0]'],
  [{ not: plan }, 'not'],
  [plan, ''],
])('knows where the API names the first part of %j', (condition, path) => expect(partPath(condition, 0)).toBe(path));

it('keeps what an operator can take, and the rest of the rule', () => {
  const rule: JsonObject = { ...plan, caseInsensitive: true };

  expect(withOperator(rule, 'in')).toEqual({ ...rule, op: 'in', value: ['pro'] });
  expect(withOperator(withOperator(rule, 'in'), 'equals')).toEqual(rule);
  expect(withOperator(order, 'before')).toEqual({ ...order, op: 'before' });
  expect(withOperator(rule, 'exists')).toEqual({ field: 'contact.plan', op: 'exists', caseInsensitive: true });
  expect(withOperator(age, 'startsWith').value).toBe('');
  expect(withOperator(rule, 'withinLast').value).toBe('P7D');
});

it.each(operators)('takes %s from any other', (op) => operators.forEach((before) => expect(withOperator(withOperator(plan, before), op).op).toBe(op)));
