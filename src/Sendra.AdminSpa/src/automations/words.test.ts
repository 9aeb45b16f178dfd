import { expect, it } from 'vitest';
import { describe as inWords } from './words';

it('says what an automation does', () => {
  expect(inWords('', 'everyTime', [])).toBe('Pick the event that lets contacts in.');
  expect(inWords('signUp', 'everyTime', [])).toBe('Each signUp starts a fresh run for the contact. No event drops them.');
  expect(inWords('signUp', 'everyTime', [], { field: 'event.plan', op: 'equals', value: 'pro' })).toBe(
    'Each signUp starts a fresh run for the contact. Only if the event’s plan is “pro”. No event drops them.',
  );
  expect(inWords('signUp', 'oncePerContact', ['cancelled', 'upgraded'])).toBe(
    'The first signUp of a contact lets them in; later ones never do. cancelled or upgraded drops all their active runs, at whatever step.',
  );
});
