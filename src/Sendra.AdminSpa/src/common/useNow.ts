import { useSyncExternalStore } from 'react';

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One clock for the whole page: thousands of rows need no timer each.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // Nobody looked at it meanwhile, so it stood still.
    now = Date.now();
  }

  timer ??= setInterval(() => {
    now = Date.now();
    listeners.forEach((one) => one());
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time, moving on every 15 seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
