import { ActionIcon, Autocomplete, Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ExactNumberInput } from '../../common/ExactNumberInput';
import { isNumber, isObject, isText, type Json } from '../../common/exactJson';
import { customFieldsQuery } from '../../customFields/queries';
import { FieldInput } from '../conditions/FieldInput';
import { nextKey, type Change, type UpdateStep } from './flow';
import type { StepErrors } from './stepErrors';
import classes from './StepsEditor.module.css';

interface UpdateFieldsProps {
  readonly step: UpdateStep;
  readonly onChange: (step: UpdateStep) => void;
  readonly errors: StepErrors;
}

type Kind = 'text' | 'number' | 'true' | 'false' | 'field' | 'clear';

const kinds: { value: Kind; label: string }[] = [
  { value: 'text', label: 'to the text' },
  { value: 'number', label: 'to the number' },
  { value: 'true', label: 'to yes' },
  { value: 'false', label: 'to no' },
  { value: 'field', label: 'to the field' },
  { value: 'clear', label: 'to nothing' },
];

const fresh: Record<Kind, Json> = { text: '', number: 0, true: true, false: false, field: { field: '' }, clear: null };

export function UpdateFields({ step, onChange, errors }: UpdateFieldsProps) {
  const custom = useQuery(customFieldsQuery).data?.items.map((one) => one.name) ?? [];
  const { set } = step;
  const change = (at: number, part: Partial<Change>) => onChange({ ...step, set: set.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const repeated = set.find((one, at) => one.name.trim() !== '' && set.findIndex((other) => other.name.trim() === one.name.trim()) !== at);
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        firstName, lastName, name, or a custom field. A text may hold Liquid, like {'{{ event.plan | upcase }}'}.
      </Text>
      {set.map(({ key, name, value }, at) => (
        <div key={key} className={classes.change}>
          <Autocomplete
            aria-label={`Property ${at + 1}`}
            placeholder="plan"
            data={['firstName', 'lastName', 'name', ...custom]}
            value={name}
            onChange={(next) => change(at, { name: next })}
            error={errors[`set.${name.trim()}`] !== undefined}
            spellCheck={false}
            autoComplete="off"
          />
          <Select aria-label={`Property ${at + 1} is set`} data={kinds} value={kindOf(value)} onChange={(kind) => change(at, { value: fresh[kind as Kind] })} allowDeselect={false} />
          <ValueOf label={`Value of property ${at + 1}`} value={value} onChange={(next) => change(at, { value: next })} />
          <ActionIcon className={classes.removeChange} variant="subtle" color="gray" size={36} aria-label={`Remove property ${at + 1}`} disabled={set.length === 1} onClick={() => onChange({ ...step, set: set.filter((_, index) => index !== at) })}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {repeated !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {repeated.name} stands here twice; only the last one counts.
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }} onClick={() => onChange({ ...step, set: [...set, { key: nextKey(), name: '', value: '' }] })}>
        Add a property
      </Button>
    </Stack>
  );
}

function ValueOf({ label, value, onChange }: { readonly label: string; readonly value: Json; readonly onChange: (value: Json) => void }) {
  switch (kindOf(value)) {
    case 'text':
      return <TextInput aria-label={label} placeholder="pro" value={value as string} onChange={(event) => onChange(event.currentTarget.value)} spellCheck={false} autoComplete="off" />;
    case 'number':
      return <ExactNumberInput aria-label={label} value={value} onChange={(next) => onChange(next ?? 0)} />;
    case 'field':
      return <FieldInput aria-label={label} placeholder="event.plan" value={isObject(value) && isText(value.field) ? value.field : ''} onChange={(field) => onChange({ field })} />;
    case 'true':
    case 'false':
    case 'clear':
      return <span />;
  }
}

function kindOf(value: Json): Kind {
  return isNumber(value) ? 'number' : value === true ? 'true' : value === false ? 'false' : value === null ? 'clear' : isObject(value) ? 'field' : 'text';
}
