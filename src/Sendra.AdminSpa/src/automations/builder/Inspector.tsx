import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowsMove, IconBolt, IconCopy, IconTrash } from '@tabler/icons-react';
import type { AutomationDraft } from '../draft';
import { LogOfTrigger } from '../LogOfTrigger';
import { copySteps } from '../steps/clipboard';
import { outermost, remove, replace, stepOf } from '../steps/edits';
import { useFlow } from '../steps/FlowContext';
import type { Flow, Step } from '../steps/flow';
import type { FlowErrors } from '../steps/stepErrors';
import { StepIcon } from '../steps/StepIcon';
import { typeLabel } from '../steps/typeLabel';
import { stepCalled } from '../steps/words';
import { TriggerFields } from '../TriggerFields';
import { describe } from '../words';
import { StepInspector } from './StepInspector';
import classes from './Builder.module.css';

interface InspectorProps {
  readonly form: UseFormReturnType<AutomationDraft>;
  readonly flow: Flow;
  readonly errors: FlowErrors;
  readonly selected: readonly string[];
  readonly onSelect: (keys: readonly string[]) => void;
  readonly onMove: (key: string) => void;
}

/** What is selected: the trigger, a step, or several of them. */
export function Inspector({ form, flow, errors, selected, onSelect, onMove }: InspectorProps) {
  const { readOnly } = useFlow();
  const steps = selected.flatMap((key) => stepOf(flow, key) ?? []);
  const put = (next: Flow) => form.setFieldValue('flow', next);
  const removeAll = () => {
    put(remove(flow, selected));
    onSelect([]);
  };
  if (steps.length > 1) {
    return (
      <>
        <Head title={`${steps.length} steps`} readOnly={readOnly} onCopy={() => copySteps(outermost(flow, selected))} onRemove={removeAll} />
        <Stack gap="xs" p="md">
          {steps.map((step) => (
            <Group key={step.key} gap={8} wrap="nowrap">
              <StepIcon type={step.type} size={16} />
              <Text size="sm" truncate>
                {stepCalled(step)}
              </Text>
            </Group>
          ))}
        </Stack>
      </>
    );
  }

  const [step] = steps;
  if (step === undefined) {
    const { eventName, where, exitEvents, exitConditions } = form.values;
    return (
      <>
        <header className={classes.head}>
          <span className={classes.icon}>
            <IconBolt size={17} stroke={1.8} aria-hidden />
          </span>
          <h2 className={classes.title}>Trigger: event received</h2>
          <LogOfTrigger eventName={eventName.trim()} />
        </header>
        <Text className={`${classes.sentence} ${classes.atHead}`} size="sm" aria-live="polite">
          {describe(eventName.trim(), form.values, exitEvents, where, exitConditions)}
        </Text>
        <div className={classes.body}>
          <TriggerFields form={form} errors={errors} readOnly={readOnly} />
        </div>
      </>
    );
  }

  return (
    <>
      <Head step={step} title={typeLabel(step.type)} readOnly={readOnly} onCopy={() => copySteps([step])} onMove={() => onMove(step.key)} onRemove={removeAll} />
      <div className={classes.body}>
        <StepInspector key={step.key} step={step} onChange={(next) => put(replace(flow, step.key, next))} />
      </div>
    </>
  );
}

interface HeadProps {
  readonly title: string;
  readonly step?: Step;
  readonly readOnly: boolean;
  readonly onCopy: () => void;
  readonly onMove?: () => void;
  readonly onRemove: () => void;
}

function Head({ title, step, readOnly, onCopy, onMove, onRemove }: HeadProps) {
  return (
    <header className={classes.head}>
      {step !== undefined && (
        <span className={classes.icon}>
          <StepIcon type={step.type} size={17} />
        </span>
      )}
      <h2 className={classes.title}>{title}</h2>
      <ActionIcon variant="subtle" color="gray" aria-label="Copy" title="Copy" onClick={onCopy}>
        <IconCopy size={17} />
      </ActionIcon>
      {!readOnly && onMove !== undefined && (
        <ActionIcon variant="subtle" color="gray" aria-label="Move" title="Move" onClick={onMove}>
          <IconArrowsMove size={17} />
        </ActionIcon>
      )}
      {!readOnly && (
        <ActionIcon variant="subtle" color="gray" aria-label="Remove" title="Remove" onClick={onRemove}>
          <IconTrash size={17} />
        </ActionIcon>
      )}
    </header>
  );
}
