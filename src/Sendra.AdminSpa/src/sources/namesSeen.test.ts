import { expect, it } from 'vitest';
import { alternatives, toggled } from './alternatives';
import { chosen, choiceOf } from './SeenNames';
import { seenNames } from './namesSeen';

const sample = (payload: unknown, headers: Record<string, string> = {}) => ({ payload: JSON.stringify(payload), headers });

it('lists the names as they came, each once, by the first place that has one', () => {
  const samples = [sample({ type: 'orders/create' }), sample({ type: 'orders/paid' }), sample({ type: 'orders/create' }), sample({ event: 'ping' }), sample({ n: 1 })];
  expect(seenNames(samples, 'type || event', '')).toEqual(['orders/create', 'orders/paid', 'ping']);
  expect(seenNames([sample({}, { 'x-github-event': 'push' })], 'header:X-GitHub-Event', '')).toEqual(['push']);
  expect(seenNames([sample([{ event: 'open' }, { event: 'click' }])], 'event', '$')).toEqual(['open', 'click']);
  expect(seenNames([{ payload: 'a=b', headers: {} }], 'a', '')).toEqual([]);
});

it('keeps, renames or ignores a name by one click', () => {
  const seen = ['a', 'b', 'c'];
  const nothing = { nameMap: [], nameOnly: '' };
  const withoutB = chosen('b', 'ignore', nothing, seen);
  expect(withoutB).toEqual({ nameMap: [], nameOnly: 'a\nc' });
  expect(seen.map((name) => choiceOf(name, withoutB))).toEqual(['keep', 'ignore', 'keep']);
  expect(chosen('b', 'keep', withoutB, seen).nameOnly).toBe('a\nc\nb');
  const renamed = chosen('b', 'rename', withoutB, seen);
  expect(renamed).toEqual({ nameMap: [{ from: 'b', to: '' }], nameOnly: 'a\nc\nb' });
  expect(choiceOf('b', renamed)).toBe('rename');
  expect(chosen('b', 'ignore', renamed, seen)).toEqual(withoutB);
});

it('tries what was clicked last first, and leaves out what is clicked again', () => {
  expect(toggled('', 'email')).toBe('email');
  expect(toggled('email', 'customer.email')).toBe('customer.email || email');
  expect(toggled('customer.email || email', 'email')).toBe('customer.email');
  expect(alternatives(' a ||b|| ')).toEqual(['a', 'b']);
});
