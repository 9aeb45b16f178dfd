import { Autocomplete, Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ExactNumberInput } from '../../common/ExactNumberInput';
import { isNumber, isObject, isText, numberText, stringifyExact, toNumber, type Json } from '../../common/exactJson';
import { DurationInput } from '../steps/DurationInput';
import type { Takes } from './condition';
import { FieldInput } from './FieldInput';
import { unlessExact } from './unlessExact';
import classes from './ConditionEditor.module.css';

interface ValueInputProps {
  readonly label: string;
  readonly takes: Takes;
  readonly value: Json;
  /** Whether the field holds numbers, as far as is known. */
  readonly isNumber?: boolean;
  /** Values that the field had. */
  readonly examples?: readonly string[];
  readonly onChange: (value: Json) => void;
  readonly error: boolean;
  readonly disabled: boolean;
}

/** What a value is: numbers compare with numbers only, so it matters. */
type Kind = 'text' | 'number' | 'flag' | 'field' | 'json';

const kinds: Record<Kind, string> = { text: 'Text', number: 'Number', flag: 'Yes/no', field: 'Field', json: 'JSON' };

const offered: Record<Exclude<Takes, 'nothing' | 'duration'>, readonly Kind[]> = {
  scalar: ['text', 'number', 'flag', 'field'],
  text: ['text', 'field'],
  ordered: ['text', 'number', 'field'],
  date: ['text', 'field'],
  list: ['text', 'number', 'field'],
};

export function ValueInput({ label, takes, value, isNumber: holdsNumbers = false, examples = [], onChange, error, disabled }: ValueInputProps) {
  // A number that is half typed is none yet, and a list may be empty: what it is to be is remembered.
  const [picked, setPicked] = useState<Kind>();
  if (takes === 'duration') {
    return <DurationInput label={label} value={isText(value) ? value : ''} onChange={onChange} error={error} disabled={disabled} />;
  }

  if (takes === 'nothing') {
    return null;
  }

  const kind = kindOf(value) ?? picked ?? (holdsNumbers && offered[takes].includes('number') ? 'number' : 'text');
  const choices = offered[takes].includes(kind) ? offered[takes] : [...offered[takes], kind];
  const pick = (next: Kind) => {
    setPicked(next);
    onChange(converted(value, next, takes === 'list'));
  };
  return (
    <div className={classes.value}>
      <Input kind={kind} label={label} takes={takes} value={value} examples={examples} onChange={onChange} error={error} disabled={disabled} />
      <Select
        className={classes.kind}
        aria-label={`${label} is`}
        data={choices.map((one) => ({ value: one, label: kinds[one] }))}
        value={kind}
        onChange={(next) => pick(next as Kind)}
        allowDeselect={false}
        disabled={disabled}
      />
    </div>
  );
}

function Input({ kind, label, takes, value, examples = [], onChange, error, disabled }: ValueInputProps & { readonly kind: Kind }) {
  const common = { 'aria-label': label, error, disabled };
  if (kind === 'field') {
    return <FieldInput {...common} placeholder="trigger.orderId" value={isObject(value) && isText(value.field) ? value.field : ''} onChange={(field) => onChange({ field })} />;
  }

  if (kind === 'json') {
    // A list of several kinds, which no field here can hold: it is kept, and can be replaced.
    return <TextInput {...common} value={stringifyExact(value)} readOnly title="Kept as it is. Pick another kind to replace it." />;
  }

  if (takes === 'list') {
    const tags = Array.isArray(value) ? (value as readonly Json[]).map((one) => (isNumber(one) ? numberText(one) : String(one))) : [];
    return (
      <TagsInput
        {...common}
        placeholder={tags.length === 0 ? 'Type and press Enter' : undefined}
        value={tags}
        onChange={(next) => onChange(kind === 'number' ? next.map(toNumber).filter((one) => one !== null) : next)}
        data={[...examples]}
        splitChars={[]}
        acceptValueOnBlur
      />
    );
  }

  switch (kind) {
    case 'number':
      return <ExactNumberInput {...common} value={value} onChange={onChange} />;
    case 'flag':
      return (
        <Select
          {...common}
          data={[
            { value: 'true', label: 'yes' },
            { value: 'false', label: 'no' },
          ]}
          value={String(value)}
          onChange={(next) => onChange(next === 'true')}
          allowDeselect={false}
        />
      );
    case 'text':
      return <Autocomplete {...common} placeholder={takes === 'date' ? '2026-01-31' : (examples[0] ?? 'pro')} data={[...examples]} filter={unlessExact} value={isText(value) ? value : ''} onChange={onChange} spellCheck={false} autoComplete="off" />;
  }
}

/** What kind a value is of; undefined while it tells nothing. */
function kindOf(value: Json): Kind | undefined {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.length === 0 ? undefined : list.every(isText) ? 'text' : list.every(isNumber) ? 'number' : 'json';
  }

  return isNumber(value) ? 'number' : typeof value === 'boolean' ? 'flag' : isObject(value) ? 'field' : isText(value) ? 'text' : undefined;
}

function converted(value: Json, to: Kind, isList: boolean): Json {
  const first: Json = Array.isArray(value) ? ((value as readonly Json[])[0] ?? '') : value;
  const text = isNumber(first) ? numberText(first) : isText(first) ? first : '';
  switch (to) {
    case 'field':
      return { field: '' };
    case 'flag':
      return true;
    case 'number': {
      const number = toNumber(text);
      return isList ? (number === null ? [] : [number]) : number;
    }
    case 'text':
    case 'json':
      return isList ? (text === '' ? [] : [text]) : text;
  }
}
