import { ActionIcon, Autocomplete, Button, Select, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { ExactNumberInput } from '../../common/ExactNumberInput';
import { isNumber, isObject, isText, type Json } from '../../common/exactJson';
import { FieldInput } from '../conditions/FieldInput';
import { unlessExact } from '../conditions/unlessExact';
import { nextKey, type Change } from './flow';
import type { StepErrors } from './stepErrors';
import classes from './StepsEditor.module.css';

export type ValueKind = 'text' | 'number' | 'true' | 'false' | 'field' | 'null';

interface PropertyListProps {
  readonly properties: readonly Change[];
  readonly onChange: (properties: readonly Change[]) => void;
  readonly errors: StepErrors;
  /** The step's field that holds them: errors name it. */
  readonly field: string;
  /** What each kind of value is called, in order. */
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly suggestions: readonly string[];
  /** How many there must be. */
  readonly least: number;
}

const fresh: Record<ValueKind, Json> = { text: '', number: 0, true: true, false: false, field: { field: '' }, null: null };

/** Properties with what a step gives them. */
export function PropertyList({ properties, onChange, errors, field, kinds, suggestions, least }: PropertyListProps) {
  const change = (at: number, part: Partial<Change>) => onChange(properties.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const repeated = properties.find((one, at) => one.name.trim() !== '' && properties.findIndex((other) => other.name.trim() === one.name.trim()) !== at);
  return (
    <>
      {properties.map(({ key, name, value }, at) => (
        <div key={key} className={classes.change}>
          <Autocomplete
            aria-label={`Property ${at + 1}`}
            placeholder="plan"
            data={[...suggestions]}
            filter={unlessExact}
            value={name}
            onChange={(next) => change(at, { name: next })}
            error={errors[`${field}.${name.trim()}`] !== undefined}
            spellCheck={false}
            autoComplete="off"
          />
          <Select
            aria-label={`Property ${at + 1} is set`}
            data={Object.entries(kinds).map(([kind, label]) => ({ value: kind, label }))}
            value={kindOf(value)}
            onChange={(kind) => change(at, { value: fresh[kind as ValueKind] })}
            allowDeselect={false}
          />
          <ValueOf label={`Value of property ${at + 1}`} value={value} onChange={(next) => change(at, { value: next })} />
          <ActionIcon
            className={classes.removeChange}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove property ${at + 1}`}
            disabled={properties.length === least}
            onClick={() => onChange(properties.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {repeated !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {repeated.name} stands here twice; only the last one counts.
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }} onClick={() => onChange([...properties, { key: nextKey(), name: '', value: '' }])}>
        Add a property
      </Button>
    </>
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
    case 'null':
      return <span />;
  }
}

function kindOf(value: Json): ValueKind {
  return isNumber(value) ? 'number' : value === true ? 'true' : value === false ? 'false' : value === null ? 'null' : isObject(value) ? 'field' : 'text';
}
