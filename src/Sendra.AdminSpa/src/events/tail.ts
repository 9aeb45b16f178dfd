import type { LoggedEvent } from '../api/types';

/** Puts what just arrived on top, newest first; after a reconnect an event may come twice. */
export function onTop(tail: readonly LoggedEvent[], arrived: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const known = new Set(tail.map((one) => one.id));
  const fresh = arrived.filter(({ id }) => !known.has(id) && known.add(id));
  return fresh.length === 0 ? tail : [...fresh.reverse(), ...tail];
}

/** What the pages, read anew, do not hold. What lies below the first page goes too: between them could be a gap. */
export function outside(tail: readonly LoggedEvent[], firstPage: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const known = new Set(firstPage.map((one) => one.id));
  const oldest = firstPage[firstPage.length - 1]?.id ?? '';
  const left = tail.filter(({ id }) => !known.has(id) && id > oldest);
  return left.length === tail.length ? tail : left;
}

/** The tail over the pages, each event once. */
export function merge(tail: readonly LoggedEvent[], pages: readonly LoggedEvent[]): readonly LoggedEvent[] {
  if (tail.length === 0) {
    return pages;
  }

  const known = new Set(tail.map((one) => one.id));
  return [...tail, ...pages.filter((one) => !known.has(one.id))];
}
