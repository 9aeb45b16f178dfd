import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { StepCounts } from '../../api/types';
import { allSteps, type Flow } from './flow';
import { FlowContext } from './FlowContext';
import { FlowList } from './FlowList';
import { reachOf } from './reach';
import type { FlowErrors } from './stepErrors';
import { writeFlow } from './writeFlow';
import classes from './StepsEditor.module.css';

interface StepsEditorProps {
  readonly flow: Flow;
  readonly onChange: (flow: Flow) => void;
  readonly errors: FlowErrors;
  readonly readOnly?: boolean;
  readonly counts?: Readonly<Record<string, StepCounts>> | undefined;
  readonly automationId?: string | undefined;
}

/** The steps that an enrollment goes through, as a list. */
export function StepsEditor({ flow, onChange, errors, readOnly = false, counts, automationId }: StepsEditorProps) {
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
      errors: errors.steps,
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

  return (
    <FlowContext value={context}>
      <div className={classes.steps}>
        {errors.list.length > 0 && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert" mb="sm">
            <Text size="sm" c="var(--mantine-color-text)">
              {errors.list.join(' ')}
            </Text>
          </Alert>
        )}
        <FlowList flow={flow} onChange={onChange} label="Steps" />
      </div>
    </FlowContext>
  );
}
