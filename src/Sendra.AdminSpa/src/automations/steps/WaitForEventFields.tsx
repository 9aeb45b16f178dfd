import { Button, Input, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { emptyRule } from '../conditions/condition';
import { ConditionEditor, errorsBelow } from '../conditions/ConditionEditor';
import { EventName } from '../conditions/useEventFields';
import { EventNameInput } from '../EventNameInput';
import { DurationInput } from './DurationInput';
import type { WaitForEventStep } from './flow';
import type { StepErrors } from './stepErrors';

interface WaitForEventFieldsProps {
  readonly step: WaitForEventStep;
  readonly onChange: (step: WaitForEventStep) => void;
  readonly errors: StepErrors;
}

export function WaitForEventFields({ step, onChange, errors }: WaitForEventFieldsProps) {
  return (
    <Stack gap="sm">
      <EventNameInput label="Event to wait for" value={step.eventName} onChange={(eventName) => onChange({ ...step, eventName })} error={errors.eventName !== undefined} />
      <Input.Wrapper
        label="Only if"
        labelElement="div"
        description="A condition on that event: event.… is the one that arrives, trigger.… the one that enrolled the contact. Without a condition, every such event counts."
      >
        {step.where === undefined ? (
          <Button variant="subtle" size="compact-sm" mt={6} leftSection={<IconPlus size={14} />} onClick={() => onChange({ ...step, where: emptyRule })}>
            Add a condition
          </Button>
        ) : (
          <div style={{ marginTop: 8 }}>
            <EventName value={step.eventName.trim()}>
              <ConditionEditor label="Condition of the event" value={step.where} errors={errorsBelow(errors, 'where')} onChange={(where) => onChange({ ...step, where })} />
            </EventName>
          </div>
        )}
      </Input.Wrapper>
      <Input.Wrapper label="Wait at most" labelElement="div">
        <DurationInput label="Time for the event" value={step.timeout} onChange={(timeout) => onChange({ ...step, timeout })} error={errors.timeout !== undefined} />
      </Input.Wrapper>
    </Stack>
  );
}
