let begun = 0;
let ended = 0;
const waiting = new Set<() => void>();

/** A call that may give the browser a new session, and ends the one before it. */
export function renewalBegins() {
  begun++;
}

export function renewalEnds() {
  ended++;
  if (ended === begun) {
    waiting.forEach((one) => one());
    waiting.clear();
  }
}

/** Changes with each of them. */
export const renewals = () => begun + ended;

/** Waits until none is under way. */
export function afterRenewals(): Promise<void> {
  return ended === begun ? Promise.resolve() : new Promise((resolve) => void waiting.add(resolve));
}
