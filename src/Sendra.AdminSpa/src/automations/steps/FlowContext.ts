import { createContext, useContext } from 'react';
import type { StepCounts } from '../../api/types';
import type { Step } from './flow';
import type { StepErrors } from './stepErrors';

interface FlowContextValue {
  readonly readOnly: boolean;
  readonly errors: Readonly<Record<string, StepErrors>>;
  /** By the steps' ids; none where nothing is saved yet. */
  readonly counts?: Readonly<Record<string, StepCounts>> | undefined;
  readonly automationId?: string | undefined;
  readonly opened: ReadonlySet<string>;
  readonly toggle: (key: string, open?: boolean) => void;
  /** The steps to which a path of a step may go on without a circle. */
  readonly aims: (from: string) => readonly Step[];
}

export const FlowContext = createContext<FlowContextValue | undefined>(undefined);

export function useFlow(): FlowContextValue {
  const value = useContext(FlowContext);
  if (value === undefined) {
    throw new Error('Steps stand inside a StepsEditor.');
  }

  return value;
}
