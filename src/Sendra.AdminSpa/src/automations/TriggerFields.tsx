import { Button, Input, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { EventNamesInput } from '../events/EventNamesInput';
import { emptyRule } from './conditions/condition';
import { ConditionEditor } from './conditions/ConditionEditor';
import type { AutomationDraft } from './draft';
import { EventNameInput } from './EventNameInput';
import { ExitConditions } from './ExitConditions';
import { FrequencyInput } from './FrequencyInput';
import type { FlowErrors } from './steps/stepErrors';

interface TriggerFieldsProps {
  readonly form: UseFormReturnType<AutomationDraft>;
  readonly errors: FlowErrors;
  readonly readOnly: boolean;
}

/** What lets contacts in, how often, and what drops them. */
export function TriggerFields({ form, errors, readOnly }: TriggerFieldsProps) {
  const { eventName, where, exitEvents, exitConditions } = form.values;
  return (
    <Stack gap="lg">
      <EventNameInput value={eventName} onChange={(name) => form.setFieldValue('eventName', name)} error={form.errors.eventName} disabled={readOnly} />
      <Input.Wrapper label="Only if" labelElement="div" description="A condition on the contact or the event. Without one, every such event counts.">
        {where === undefined ? (
          !readOnly && (
            <Button variant="subtle" size="compact-sm" mt={6} leftSection={<IconPlus size={14} />} onClick={() => form.setFieldValue('where', emptyRule)}>
              Add a condition
            </Button>
          )
        ) : (
          <div style={{ marginTop: 8 }}>
            <ConditionEditor label="Condition" value={where} onChange={(next) => form.setFieldValue('where', next)} errors={errors.where} disabled={readOnly} />
          </div>
        )}
      </Input.Wrapper>
      <FrequencyInput
        value={form.values}
        onChange={({ frequency: kind, frequencyPeriod, frequencyKey }) => form.setValues({ frequency: kind, frequencyPeriod, frequencyKey })}
        errors={form.errors}
        disabled={readOnly}
      />
      <EventNamesInput
        label="Exit on events"
        description="Any of these ends the contact’s active runs the moment it arrives, at any step."
        placeholder="Type a name and press Enter"
        value={exitEvents}
        onChange={(names) => form.setFieldValue('exitEvents', names)}
        error={form.errors.exitEvents}
        disabled={readOnly}
      />
      {exitEvents.length > 0 && (
        <ExitConditions exitEvents={exitEvents} value={exitConditions} onChange={(next) => form.setFieldValue('exitConditions', next)} errors={errors.exits} disabled={readOnly} />
      )}
    </Stack>
  );
}
