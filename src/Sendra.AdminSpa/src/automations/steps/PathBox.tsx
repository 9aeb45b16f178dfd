import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { EndOf } from './EndOf';
import type { Flow, Step } from './flow';
import { FlowList } from './FlowList';
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
