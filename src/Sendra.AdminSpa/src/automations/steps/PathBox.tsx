import { Group, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { below, type End, type Flow, type Step } from './flow';
import { useFlow } from './FlowContext';
import { FlowList } from './FlowList';
import { stepCalled } from './words';
import classes from './StepsEditor.module.css';

interface PathBoxProps {
  readonly step: Step;
  readonly path: { readonly key: string; readonly name: string; readonly flow: Flow };
  readonly title: string;
  readonly taken: number | undefined;
  readonly onFlow: (flow: Flow) => void;
  readonly children?: ReactNode;
}

/** One of the ways out of a step, with a list of its own. */
export function PathBox({ step, path, title, taken, onFlow, children }: PathBoxProps) {
  return (
    <div className={classes.path} role="group" aria-label={`Path ${path.name}`}>
      <Group justify="space-between" gap={8} wrap="nowrap" align="flex-start" className={classes.pathTitle}>
        <Text size="sm" fw={600} className={classes.wrap}>
          {title}
        </Text>
        {taken !== undefined && (
          <Text size="xs" c="dimmed" style={{ flex: 'none' }} pt={2}>
            {taken.toLocaleString()} took it
          </Text>
        )}
      </Group>
      {children}
      <FlowList flow={path.flow} onChange={onFlow} label={`Steps of ${path.name}`} />
      <EndOf step={step} name={path.name} end={path.flow.end} onChange={(end) => onFlow({ ...path.flow, end })} />
    </div>
  );
}

/** Where a path leads after its last step. */
function EndOf({ step, name, end, onChange }: { readonly step: Step; readonly name: string; readonly end: End; readonly onChange: (end: End) => void }) {
  const { readOnly, aims } = useFlow();
  const steps = aims(step.key);
  const isKnown = end.to !== 'step' || steps.some((one) => one.key === end.key);
  const value = !isKnown ? 'below' : end.to === 'step' ? `step ${end.key}` : end.to;
  const data = [
    { value: 'below', label: 'Then what stands below' },
    { value: 'complete', label: 'Then the run completes' },
    ...steps.map((one) => ({ value: `step ${one.key}`, label: `Then “${stepCalled(one)}”` })),
  ];
  if (readOnly) {
    return (
      <Text size="xs" c="dimmed" mt={6}>
        {data.find((one) => one.value === value)?.label}
      </Text>
    );
  }

  return (
    <Select
      aria-label={`After ${name}`}
      size="xs"
      mt={8}
      maw={300}
      data={data}
      value={value}
      onChange={(next) => onChange(next === 'complete' ? { to: 'complete' } : next?.startsWith('step ') ? { to: 'step', key: next.slice(5) } : below)}
      allowDeselect={false}
      maxDropdownHeight={300}
    />
  );
}
