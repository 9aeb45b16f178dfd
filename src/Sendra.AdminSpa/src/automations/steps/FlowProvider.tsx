import { useMemo, useState, type ReactNode } from 'react';
import type { StepCounts } from '../../api/types';
import { allSteps, type Flow } from './flow';
import { FlowContext } from './FlowContext';
import { reachOf } from './reach';
import type { StepErrors } from './stepErrors';
import { writeFlow } from './writeFlow';

interface FlowProviderProps {
  readonly flow: Flow;
  readonly errors: Readonly<Record<string, StepErrors>>;
  readonly readOnly: boolean;
  readonly counts?: Readonly<Record<string, StepCounts>> | undefined;
  readonly automationId?: string | undefined;
  readonly children: ReactNode;
}

/** Around all that shows or edits steps, as a graph or as a list. */
export function FlowProvider({ flow, errors, readOnly, counts, automationId, children }: FlowProviderProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const aims = useMemo(() => {
    const { steps, keys } = writeFlow(flow);
    const reach = reachOf(steps);
    const idOf = (key: string) => steps[keys.indexOf(key)]?.id as string;
    const all = allSteps(flow);
    return (from: string) => all.filter((step) => !reach(step.id).has(idOf(from)));
  }, [flow]);
  const context = useMemo(
    () => ({
      readOnly,
      errors,
      counts,
      automationId,
      opened,
      toggle: (key: string, open?: boolean) =>
        setOpened((before) => {
          const next = new Set(before);
          if (open ?? !before.has(key)) {
            next.add(key);
          } else {
            next.delete(key);
          }

          return next;
        }),
      aims,
    }),
    [readOnly, errors, counts, automationId, opened, aims],
  );
  return <FlowContext value={context}>{children}</FlowContext>;
}
