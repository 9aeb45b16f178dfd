import { expect, it } from 'vitest';
import { completion } from './completion';

const names = ['passwordReset', 'resetAsked', 'signUp', 'signup'];

it('takes the name that is typed whole, then one that begins so, then one that has it', () => {
  expect(completion('signup', names)).toBe('signup');
  expect(completion('sign', names)).toBe('signUp');
  expect(completion('RESET', names)).toBe('resetAsked');
  expect(completion('word', names)).toBe('passwordReset');
});

it('takes nothing where nothing fits', () => {
  expect(completion('invoice', names)).toBeUndefined();
  expect(completion(' ', names)).toBeUndefined();
});
