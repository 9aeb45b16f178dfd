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
          {readOnly ? 'None.' : 'None yet: whoever enters stays until an exit event drops them, or a system of your own carries out the steps through the API.'}
        </Text>
      )}
      <FlowList flow={flow} onChange={onChange} label="Steps" />
    </div>
  );
}
