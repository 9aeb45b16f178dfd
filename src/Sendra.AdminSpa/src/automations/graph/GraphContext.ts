import { createContext, useContext } from 'react';
import type { Step } from '../steps/flow';
import type { DrawnEdge } from './drawing';

/** How a version differs from another at a step. */
export type Mark = 'added' | 'removed' | 'changed';

export interface Shown {
  /** What stands in the trigger's card. */
  readonly trigger: { readonly title: string; readonly text: string; readonly entered?: number | undefined; readonly errors: number };
  /** Nodes and edges along which a test went; undefined where none is shown. */
  readonly lit?: ReadonlySet<string> | undefined;
  /** By the steps' ids. */
  readonly marks?: Readonly<Record<string, Mark>> | undefined;
  /** Whether the counts are those of a simulation, and not of what happened. */
  readonly simulated?: boolean | undefined;
}

interface GraphContextValue extends Shown {
  /** The one that the keyboard is at. */
  readonly current: string;
  readonly selected: readonly string[];
  /** A step that is to be put elsewhere: edges say whether they take it. */
  readonly moving: Step | undefined;
  /** The edge above which it hovers. */
  readonly target: string | undefined;
  readonly takes: (edge: DrawnEdge) => boolean;
  readonly onStop: (id: string, extend: boolean) => void;
  readonly onPlus: (edge: DrawnEdge) => void;
}

export const GraphContext = createContext<GraphContextValue | undefined>(undefined);

export function useGraph(): GraphContextValue {
  const value = useContext(GraphContext);
  if (value === undefined) {
    throw new Error('A step is drawn inside a StepGraph.');
  }

  return value;
}
