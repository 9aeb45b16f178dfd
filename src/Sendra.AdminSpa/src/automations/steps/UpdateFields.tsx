import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { customFieldsQuery } from '../../customFields/queries';
import type { UpdateStep } from './flow';
import { PropertyList } from './PropertyList';
import type { StepErrors } from './stepErrors';

interface UpdateFieldsProps {
  readonly step: UpdateStep;
  readonly onChange: (step: UpdateStep) => void;
  readonly errors: StepErrors;
}

const kinds = { text: 'to the text', number: 'to the number', true: 'to yes', false: 'to no', field: 'to the field', null: 'to nothing' };

export function UpdateFields({ step, onChange, errors }: UpdateFieldsProps) {
  const custom = useQuery(customFieldsQuery).data?.items.map((one) => one.name) ?? [];
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        firstName, lastName, name, or a custom field. Text can use Liquid, like {'{{ event.plan | upcase }}'}.
      </Text>
      <PropertyList properties={step.set} onChange={(set) => onChange({ ...step, set })} errors={errors} field="set" kinds={kinds} suggestions={['firstName', 'lastName', 'name', ...custom]} least={1} />
    </Stack>
  );
}
