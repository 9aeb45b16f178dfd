const together = 4;

/** Does something with each item, a few at a time, and tells of each how it went; one that fails stops no other. */
export async function runAll<T>(items: readonly T[], run: (item: T) => Promise<unknown>, onEnd: (item: T, failure: unknown) => void): Promise<void> {
  const left = [...items];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await run(item);
        onEnd(item, undefined);
      } catch (failure) {
        onEnd(item, failure ?? new Error('It failed.'));
      }
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}
