import { Button, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { moved, newStep, stepTypes, type Flow, type Step, type StepType } from './flow';
import { useFlow } from './FlowContext';
import { StepCard } from './StepCard';
import { StepIcon } from './StepIcon';
import { typeLabel } from './typeLabel';
import classes from './StepsEditor.module.css';

interface FlowListProps {
  readonly flow: Flow;
  readonly onChange: (flow: Flow) => void;
  /** What the list is called: `Steps`, or `Steps of Yes`. */
  readonly label: string;
}

const texts: Record<StepType, string> = {
  sendEmail: 'One message, made of a template',
  wait: 'For a time, or until a date',
  waitForEvent: 'Until something happens, for a time at most',
  branch: 'By what is known of the contact or the event',
  split: 'By chance, for an A/B test',
  updateContact: 'Set or clear properties of the contact',
  sendEvent: 'An event of the contact that other automations can use',
  callUrl: 'Send a signed HTTP request to another system',
};

export function FlowList({ flow, onChange, label }: FlowListProps) {
  const { readOnly, toggle } = useFlow();
  const { steps } = flow;
  const put = (next: readonly Step[]) => onChange({ ...flow, steps: next });
  const add = (type: StepType) => {
    const step = newStep(type);
    put([...steps, step]);
    toggle(step.key, true);
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
        <Menu position="bottom-start" shadow="md" width={300} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="light" size="xs" leftSection={<IconPlus size={15} />} aria-label={label === 'Steps' ? 'Add a step' : `Add a step to ${label.replace(/^Steps of /, '')}`}>
              Add a step
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {stepTypes.map((type) => (
              <Menu.Item key={type} leftSection={<StepIcon type={type} size={17} />} onClick={() => add(type)}>
                <Text size="sm" fw={600}>
                  {typeLabel(type)}
                </Text>
                <Text size="xs">
                  {texts[type]}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
