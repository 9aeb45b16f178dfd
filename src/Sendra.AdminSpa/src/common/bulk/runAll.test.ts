import { expect, it } from 'vitest';
import { runAll } from './runAll';

it('tells how each item went, a few at a time', async () => {
  const ended = new Map<number, unknown>();
  let under = 0;
  let most = 0;
  const items = Array.from({ length: 20 }, (_, at) => at);
  await runAll(
    items,
    async (item) => {
      most = Math.max(most, ++under);
      await Promise.resolve();
      under--;
      if (item === 7) {
        throw new Error('seven');
      }
    },
    (item, failure) => ended.set(item, failure),
  );
  expect([...ended.keys()].sort((left, right) => left - right)).toEqual(items);
  expect([...ended].filter(([, failure]) => failure !== undefined)).toEqual([[7, new Error('seven')]]);
  expect(most).toBe(4);
});
