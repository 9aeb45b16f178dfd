import { useState } from 'react';

export interface Selection<T> {
  /** What is selected of what is shown. */
  readonly items: readonly T[];
  readonly has: (item: T) => boolean;
  readonly toggle: (item: T) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** Which items of a list are selected. What is no longer shown is not selected either. */
export function useSelection<T extends { readonly id: string }>(shown: readonly T[]): Selection<T> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    items: shown.filter(({ id }) => ids.has(id)),
    has: ({ id }) => ids.has(id),
    toggle: ({ id }) => setIds((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]))),
    all: () => setIds(new Set(shown.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
