import { expect, it } from 'vitest';
import { noHistory, recorded, redone, undone, type History } from './history';

const none: History<number> = noHistory;

it('goes back and forth', () => {
  const made = recorded(recorded(none, 1, undefined, 0), 2, undefined, 0);

  const back = undone(made, 3)!;
  expect(back.value).toBe(2);
  expect(undone(back.history, back.value)!.value).toBe(1);
  expect(redone(back.history, back.value)).toMatchObject({ value: 3, history: { past: [1, 2], future: [] } });
  expect(undone(none, 1)).toBeUndefined();
  expect(redone(none, 1)).toBeUndefined();
});

it('takes typing back as one', () => {
  const typed = recorded(recorded(recorded(none, 1, 'name', 0), 2, 'name', 500), 3, 'name', 1400);
  expect(typed.past).toEqual([1]);
  expect(recorded(typed, 4, 'name', 9000).past).toEqual([1, 4]);
  expect(recorded(typed, 4, 'other', 1500).past).toEqual([1, 4]);
});

it('forgets what was taken back when something else is done', () => {
  const back = undone(recorded(none, 1, undefined, 0), 2)!;
  expect(redone(recorded(back.history, 1, undefined, 0), 9)).toBeUndefined();
});
