import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { mainList, paste } from './edits';
import { moved, newStep, noSteps, type Flow, type Step } from './flow';
import { useFlow } from './FlowContext';
import { StepCard } from './StepCard';
import { StepTypeItems } from './StepTypeItems';
import classes from './StepsEditor.module.css';

interface FlowListProps {
  readonly flow: Flow;
  readonly onChange: (flow: Flow) => void;
  /** What the list is called: `Steps`, or `Steps of Yes`. */
  readonly label: string;
}

export function FlowList({ flow, onChange, label }: FlowListProps) {
  const { readOnly, toggle } = useFlow();
  const { steps } = flow;
  const put = (next: readonly Step[]) => onChange({ ...flow, steps: next });
  const add = (added: readonly Step[]) => {
    put([...steps, ...added]);
    added.forEach((step) => toggle(step.key, true));
  };
  return (
    <div>
      {steps.length > 0 && (
        <ol className={classes.list} aria-label={label}>
          {steps.map((step, at) => (
            <StepCard
              key={step.key}
              step={step}
              onChange={(next) => put(steps.map((one, index) => (index === at ? next : one)))}
              onRemove={() => put(steps.filter((_, index) => index !== at))}
              onUp={at > 0 ? () => put(moved(steps, at, -1)) : undefined}
              onDown={at + 1 < steps.length ? () => put(moved(steps, at, 1)) : undefined}
            />
          ))}
        </ol>
      )}
      {!readOnly && (
        <Menu position="bottom-start" shadow="md" width={300}>
          <Menu.Target>
            <Button variant="light" size="xs" leftSection={<IconPlus size={15} />} aria-label={label === 'Steps' ? 'Add a step' : `Add a step to ${label.replace(/^Steps of /, '')}`}>
              Add a step
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <StepTypeItems onPick={(type) => add([newStep(type)])} onPaste={(copied) => add(paste(noSteps, { list: mainList, at: 0 }, copied).pasted)} />
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
