/** What was, and what was taken back: the newest last. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** What the last change was of, and when; typing on is one change. */
  readonly last?: { readonly of: string; readonly at: number } | undefined;
}

export const noHistory = { past: [], future: [] };

/** More than this, nobody takes back. */
const longest = 100;
/** Milliseconds within which changes of the same are one. */
const pause = 1000;

/** After a change: `of` tells one that goes on from one that begins, and is undefined for those that stand alone. */
export function recorded<T>({ past, last }: History<T>, before: T, of: string | undefined, at: number): History<T> {
  const goesOn = of !== undefined && last?.of === of && at - last.at < pause;
  return { past: goesOn ? past : [...past, before].slice(-longest), future: [], last: of === undefined ? undefined : { of, at } };
}

/** The step back, with what is then; undefined where there is none. */
export function undone<T>({ past, future }: History<T>, now: T): { readonly history: History<T>; readonly value: T } | undefined {
  return past.length === 0 ? undefined : { history: { past: past.slice(0, -1), future: [...future, now] }, value: past.at(-1)! };
}

/** The step forth again, with what is then; undefined where there is none. */
export function redone<T>({ past, future }: History<T>, now: T): { readonly history: History<T>; readonly value: T } | undefined {
  return future.length === 0 ? undefined : { history: { past: [...past, now], future: future.slice(0, -1) }, value: future.at(-1)! };
}
