import { useSyncExternalStore } from 'react';
import type { Step } from './flow';

let copied: readonly Step[] = [];
const listeners = new Set<() => void>();

/** Keeps steps to be pasted, here or in another automation, until the page is closed. */
export function copySteps(steps: readonly Step[]) {
  copied = steps;
  listeners.forEach((tell) => tell());
}

/** The steps that were copied last. */
export function useClipboard(): readonly Step[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => copied,
  );
}
