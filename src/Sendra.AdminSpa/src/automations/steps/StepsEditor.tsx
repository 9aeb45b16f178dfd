import { Text } from '@mantine/core';
import type { Flow } from './flow';
import { useFlow } from './FlowContext';
import { FlowList } from './FlowList';
import classes from './StepsEditor.module.css';

interface StepsEditorProps {
  readonly flow: Flow;
  readonly onChange: (flow: Flow) => void;
}

/** The steps that an enrollment goes through, as a list. */
export function StepsEditor({ flow, onChange }: StepsEditorProps) {
  const { readOnly } = useFlow();
  return (
    <div className={classes.steps}>
      {flow.steps.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {readOnly ? 'No steps.' : 'No steps yet. Contacts stay until an exit event ends their run, or your own system moves it on through the API.'}
        </Text>
      )}
      <FlowList flow={flow} onChange={onChange} label="Steps" />
    </div>
  );
}
