import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readDuration, units, writeDuration, type Unit } from './duration';

interface DurationInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether it is one before a date; the sign is not shown. */
  readonly negative?: boolean;
  readonly error?: boolean;
  readonly disabled?: boolean;
}

/** A number and a unit; what has several units, like P1DT12H, is shown and typed as it is written. */
export function DurationInput({ label, value, onChange, negative = false, error = false, disabled = false }: DurationInputProps) {
  const read = readDuration(value);
  const single = read?.parts.length === 1 ? read.parts[0] : undefined;
  const [picked, setPicked] = useState<Unit | 'iso'>();
  const unit = picked === 'iso' ? 'iso' : (single?.unit ?? (value === '' ? (picked ?? 'days') : 'iso'));
  const pick = (next: Unit | 'iso') => {
    setPicked(next);
    if (next !== 'iso') {
      onChange(writeDuration(single?.amount ?? 1, next, negative));
    }
  };
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      {unit === 'iso' ? (
        <TextInput aria-label={label} value={value.replace(/^-/, '')} onChange={(event) => onChange(`${negative ? '-' : ''}${event.currentTarget.value}`)} placeholder="P1DT12H" spellCheck={false} error={error} disabled={disabled} w={110} />
      ) : (
        <NumberInput
          aria-label={label}
          value={single?.amount ?? ''}
          // An empty one is nothing yet, which the API refuses; the unit is remembered.
          onChange={(amount) => {
            setPicked(unit);
            onChange(amount === '' ? '' : writeDuration(amount, unit, negative));
          }}
          hideControls
          min={0}
          allowDecimal={false}
          allowNegative={false}
          error={error}
          disabled={disabled}
          w={84}
        />
      )}
      <Select
        aria-label={`${label}, unit`}
        data={[...units, { value: 'iso', label: 'ISO 8601' }]}
        value={unit}
        onChange={(next) => pick(next as Unit | 'iso')}
        allowDeselect={false}
        disabled={disabled}
        w={120}
      />
    </Group>
  );
}
