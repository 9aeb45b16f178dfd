import { expect, it } from 'vitest';
import { parseExact, type Json } from '../../common/exactJson';
import { noSteps, type Step } from './flow';
import { pathWords, shareWords, stepCalled, stepWords } from './words';

const head = { key: 'k', id: 'k', name: '' };
const plan = { field: 'contact.plan', op: 'equals', value: 'pro' };
const path = (name: string, when: Json = plan) => ({ key: name, name, when, flow: noSteps });
const part = (name: string, weight: Json) => ({ key: name, name, weight, flow: noSteps });
const change = (name: string, value: Json) => ({ key: name, name, value });

it.each<[string, Step]>([
  ['Wait 3 days', { ...head, type: 'wait', for: 'P3D' }],
  ['Wait until the contact’s trialEndsAt', { ...head, type: 'wait', until: { field: 'contact.trialEndsAt' } }],
  ['Wait until 3 days before the contact’s trialEndsAt', { ...head, type: 'wait', until: { field: 'contact.trialEndsAt', offset: '-P3D' } }],
  [
    'Wait 1 hour, then until it is a weekday, 09:00 to 17:00, the contact’s time',
    { ...head, type: 'wait', for: 'PT1H', window: { days: ['fri', 'mon', 'tue', 'wed', 'thu'], from: '09:00', to: '17:00' } },
  ],
  [
    'Wait until the event’s at, and until it is Monday and Sunday, 22:00 to 06:00, America/New York',
    { ...head, type: 'wait', until: { field: 'event.at' }, window: { days: ['sun', 'mon'], from: '22:00', to: '06:00', timeZone: 'America/New_York' } },
  ],
  ['If the contact’s plan is “pro”', { ...head, type: 'branch', paths: [path('Yes')], otherwise: noSteps }],
  ['Take the first matching path: Paying and Unnamed', { ...head, type: 'branch', paths: [path('Paying'), path(' ')], otherwise: noSteps }],
  ['Split at random: A 66.7% and B 33.3%', { ...head, type: 'split', paths: [part('A', 2), part('B', 1)] }],
  ['Set plan to “pro” and clear trial', { ...head, type: 'updateContact', set: [change('plan', 'pro'), change('trial', null)] }],
  ['Set a to the trigger event’s b, set c to 12345678901234567890, set d to true, and 1 more', {
    ...head, type: 'updateContact',
    set: [change('a', { field: 'trigger.b' }), change('c', parseExact('12345678901234567890') as Json), change('d', true), change('e', 1)],
  }],
])('says %s', (words, step) => expect(stepWords(step)).toBe(words));

it('calls a step by its name where it has one', () => {
  expect(stepCalled({ ...head, name: ' Cool off ', type: 'wait', for: 'P3D' })).toBe('Cool off');
  expect(stepCalled({ ...head, type: 'wait', for: 'P3D' })).toBe('Wait 3 days');
});

it('says a path with its condition', () => expect(pathWords(path('Paying'))).toBe('Paying: if the contact’s plan is “pro”'));

it('knows no share of nothing', () => expect(shareWords(part('A', 0), { paths: [part('A', 0)] })).toBe('0%'));
