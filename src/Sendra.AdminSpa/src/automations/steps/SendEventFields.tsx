import { Stack, Text } from '@mantine/core';
import { EventNameInput } from '../EventNameInput';
import type { SendEventStep } from './flow';
import { PropertyList } from './PropertyList';
import type { StepErrors } from './stepErrors';

interface SendEventFieldsProps {
  readonly step: SendEventStep;
  readonly onChange: (step: SendEventStep) => void;
  readonly errors: StepErrors;
}

const kinds = { text: 'is the text', number: 'is the number', true: 'is yes', false: 'is no', field: 'is the field', null: 'is null' };

/** The event that a step sends. */
export function SendEventFields({ step, onChange, errors }: SendEventFieldsProps) {
  return (
    <Stack gap="xs">
      <EventNameInput label="Event to send" value={step.eventName} onChange={(eventName) => onChange({ ...step, eventName })} error={errors.eventName !== undefined} />
      <PropertyList
        properties={step.properties}
        onChange={(properties) => onChange({ ...step, properties })}
        errors={errors}
        field="properties"
        kinds={kinds}
        suggestions={[]}
        least={0}
      />
      <Text size="xs" c="dimmed">
        An event for the same contact. It enrolls, exits and wakes like any other, and the run continues. Text can use Liquid, like {'{{ event.plan | upcase }}'}. Automations that trigger each other stop after 8
        events.
      </Text>
    </Stack>
  );
}
