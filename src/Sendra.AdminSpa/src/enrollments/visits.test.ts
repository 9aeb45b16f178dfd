import { expect, it } from 'vitest';
import { endWords, stepTitle, tookWords } from './visits';

it.each([
  [{ name: 'Three days', type: 'wait', stepId: 'wait-1' }, 'Three days'],
  [{ name: null, type: 'updateContact', stepId: 'mark' }, 'Update contact'],
  [{ name: null, type: 'sendEmail', stepId: 'mail' }, 'Send email'],
  [{ name: null, type: null, stepId: 'gone' }, 'gone'],
])('calls the step of %o %s', (visit, title) => expect(stepTitle(visit)).toBe(title));

it.each([
  ['2026-01-01T00:00:00Z', '2026-01-03T04:05:06Z', '2 d 4 h'],
  ['2026-01-01T00:00:00Z', '2026-01-04T00:00:00Z', '3 d'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:01:05Z', '1 min 5 s'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.100Z', undefined],
])('says how long it was from %s to %s', (from, to, words) => expect(tookWords(from, to)).toBe(words));

it('says why a run ended, also one from before automations had steps', () => {
  expect(endWords({ status: 'exited', endedBecause: { code: 'byHand', reason: 'Somebody ended it.' } })).toBe('Somebody ended it.');
  expect(endWords({ status: 'completed', endedBecause: null })).toBe('It went through all steps.');
});
