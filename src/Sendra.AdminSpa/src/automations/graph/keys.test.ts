import { expect, it } from 'vitest';
import { commandOf } from './keys';

const usual = { readOnly: false, isSelectedHere: true, steps: 1, isMoving: false, hasCopied: true };
const press = (key: string, situation: Partial<typeof usual> = {}, ctrlKey = false) =>
  commandOf({ key, ctrlKey, metaKey: false, altKey: false }, { ...usual, ...situation })?.does;

it('edits by keys what is selected', () => {
  expect(commandOf({ key: 'ArrowLeft', ctrlKey: false, metaKey: false, altKey: false }, usual)).toEqual({ does: 'walk', direction: 'left' });
  expect(['Enter', 'Delete', 'Backspace', 'm', 'M', '+', 'a'].map((key) => press(key))).toEqual(['open', 'remove', 'remove', 'move', 'move', 'add', 'add']);
  expect(press('c', {}, true)).toBe('copy');
  expect(press('v', {}, true)).toBe('paste');
  expect(press('v', { hasCopied: false }, true)).toBeUndefined();
  expect(press('a', {}, true)).toBeUndefined();
  expect(press('m', { steps: 2 })).toBeUndefined();
  expect(press('Delete', { steps: 0 })).toBeUndefined();
});

it('opens and stops only what it can', () => {
  expect(press('Enter', { isMoving: true })).toBeUndefined();
  expect(press('Enter', { isSelectedHere: false })).toBeUndefined();
  expect(press('Escape')).toBeUndefined();
  expect(press('Escape', { isMoving: true })).toBe('stopMoving');
});

it('changes nothing that is only looked at', () => {
  const readOnly = { readOnly: true };
  expect(['Delete', 'm', '+'].map((key) => press(key, readOnly))).toEqual([undefined, undefined, undefined]);
  expect(press('v', readOnly, true)).toBeUndefined();
  expect(press('c', readOnly, true)).toBe('copy');
});
