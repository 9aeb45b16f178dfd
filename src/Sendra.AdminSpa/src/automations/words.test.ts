import { expect, it } from 'vitest';
import { describe as inWords, entryBody } from './words';

it('says what an automation does', () => {
  expect(inWords('', { frequency: 'everyTime' }, [])).toBe('Choose the event that enrolls contacts.');
  expect(inWords('signUp', { frequency: 'everyTime' }, [])).toBe('Each signUp starts a new run for the contact. No event ends it early.');
  expect(inWords('signUp', { frequency: 'everyTime' }, [], { field: 'event.plan', op: 'equals', value: 'pro' })).toBe(
    'Each signUp starts a new run for the contact. This applies only if the event’s plan is “pro”. No event ends it early.',
  );
  expect(inWords('signUp', { frequency: 'oncePerContact' }, ['cancelled', 'upgraded'])).toBe(
    'A contact’s first signUp starts a run; later ones never do. cancelled or upgraded ends all their active runs, at any step.',
  );
});

it('says how often somebody enters', () => {
  expect(inWords('signedIn', { frequency: 'notWhileActive' }, [])).toBe('Each signedIn starts a run, unless the contact already has one. No event ends it early.');
  expect(inWords('signedIn', { frequency: 'oncePerPeriod', frequencyPeriod: 'P7D' }, [])).toBe(
    'A signedIn starts a run, unless the contact was enrolled within the last 7 days. No event ends it early.',
  );
  expect(inWords('cartUpdated', { frequency: 'oncePerKey', frequencyKey: 'event.cartId' }, [])).toBe(
    "The first cartUpdated for each cartId starts a run; later ones with the same cartId don't. No event ends it early.",
  );
});

it('sends only what a frequency needs', () => {
  const both = { frequencyPeriod: 'P7D', frequencyKey: ' event.cartId ' };
  expect(entryBody({ frequency: 'everyTime', ...both })).toEqual({ frequency: 'everyTime' });
  expect(entryBody({ frequency: 'oncePerPeriod', ...both })).toEqual({ frequency: 'oncePerPeriod', frequencyPeriod: 'P7D' });
  expect(entryBody({ frequency: 'oncePerKey', ...both })).toEqual({ frequency: 'oncePerKey', frequencyKey: 'event.cartId' });
});
