import { expect, it } from 'vitest';
import { stringifyExact, type JsonObject } from '../../common/exactJson';
import { noSteps } from '../steps/flow';
import { awaitedEvents, definitionOf, toTest } from './testRun';

const draft = { name: ' ', eventName: 'signUp ', where: undefined, frequency: 'everyTime' as const, exitEvents: [], exitConditions: {}, flow: noSteps };
const steps: readonly JsonObject[] = [
  { id: 'paid', type: 'waitForEvent', eventName: 'paid', timeout: 'P7D' },
  { id: 'pause', type: 'wait', for: 'P1D' },
  { id: 'seen', type: 'waitForEvent', name: 'Until they read it', eventName: '', timeout: 'P7D' },
];
const input = { contact: { email: 'ada@example.com', properties: '{"order":12345678901234567890}' }, properties: '{"plan":"pro"}', answers: { paid: 'received' as const, gone: 'received' as const } };

it('asks what becomes of each wait for an event', () => {
  expect(awaitedEvents(steps)).toEqual([
    { stepId: 'paid', called: 'Wait for paid', eventName: 'paid' },
    { stepId: 'seen', called: 'Until they read it', eventName: 'the event' },
  ]);
});

it('tests what the form says, named or not, and leaves out answers to steps that are gone', () => {
  const { body } = toTest(definitionOf(draft, steps), input);

  expect(body?.definition).toMatchObject({ name: 'Untitled', trigger: { eventName: 'signUp' }, frequency: 'everyTime', steps });
  expect(body?.event).toEqual({ eventName: 'signUp', properties: { plan: 'pro' } });
  expect(stringifyExact(body?.contact)).toBe('{"order":12345678901234567890,"email":"ada@example.com"}');
  expect(body?.answers).toEqual({ paid: 'received' });
});

it('says which text is no JSON', () => {
  const { wrong } = toTest(definitionOf(draft, steps), { ...input, contact: { email: '', properties: '[]' }, properties: '{' });

  expect(wrong).toEqual({ contact: 'This must be a JSON object, like {"firstName": "Ada"}.', event: 'This is not valid JSON.' });
});
