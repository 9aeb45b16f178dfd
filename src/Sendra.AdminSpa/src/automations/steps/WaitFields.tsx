import { Chip, Group, SegmentedControl, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { TimeZoneSelect } from '../../common/TimeZoneSelect';
import { FieldInput } from '../conditions/FieldInput';
import { DurationInput } from './DurationInput';
import { readDuration, writeDuration } from './duration';
import type { WaitStep, Window } from './flow';
import type { StepErrors } from './stepErrors';
import { dayName, days } from './words';

interface WaitFieldsProps {
  readonly step: WaitStep;
  readonly onChange: (step: WaitStep) => void;
  readonly errors: StepErrors;
}

const zones = [
  { value: 'contact', label: 'The contact’s' },
  { value: 'workspace', label: 'The workspace’s' },
];

const usualHours: Window = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };

export function WaitFields({ step, onChange, errors }: WaitFieldsProps) {
  const { until, window } = step;
  const putUntil = (part: NonNullable<WaitStep['until']>) => onChange({ ...step, until: part });
  const distance = until?.offset === undefined ? 'on' : until.offset.startsWith('-') ? 'before' : 'after';
  const bare = (until?.offset ?? 'P1D').replace(/^-/, '');
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="What to wait for"
        size="sm"
        value={until === undefined ? 'for' : 'until'}
        onChange={(kind) => onChange(kind === 'for' ? { ...step, for: 'P1D', until: undefined } : { ...step, for: undefined, until: { field: '' } })}
        data={[
          { value: 'for', label: 'For a time' },
          { value: 'until', label: 'Until a date' },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {until === undefined ? (
        <DurationInput label="Time to wait" value={step.for ?? ''} onChange={(time) => onChange({ ...step, for: time })} error={errors.for !== undefined} />
      ) : (
        <>
          <FieldInput
            label="Property with the date"
            description="A property of the contact or of an event. If it changes while a run waits, the wait changes too."
            placeholder="contact.trialEndsAt"
            value={until.field}
            onChange={(field) => putUntil({ ...until, field })}
            error={errors['until.field'] !== undefined}
          />
          <Group gap={6} align="flex-start">
            <Select
              aria-label="When, relative to the date"
              w={150}
              data={[
                { value: 'on', label: 'On the date' },
                { value: 'before', label: 'Before it' },
                { value: 'after', label: 'After it' },
              ]}
              value={distance}
              onChange={(to) => putUntil({ field: until.field, ...(to !== 'on' && { offset: signed(bare, to === 'before') }) })}
              allowDeselect={false}
            />
            {until.offset !== undefined && (
              <DurationInput
                label="Time before or after the date"
                negative={distance === 'before'}
                value={until.offset}
                onChange={(offset) => putUntil({ ...until, offset: offset === '' ? (distance === 'before' ? '-' : '') : offset })}
                error={errors['until.offset'] !== undefined}
              />
            )}
          </Group>
        </>
      )}
      <Switch
        label="End only in certain hours"
        styles={{ label: { paddingBlock: 2 } }}
        checked={window !== undefined}
        onChange={(event) => onChange({ ...step, window: event.currentTarget.checked ? usualHours : undefined })}
      />
      {window !== undefined && <WindowFields window={window} onChange={(next) => onChange({ ...step, window: next })} errors={errors} />}
    </Stack>
  );
}

function WindowFields({ window, onChange, errors }: { readonly window: Window; readonly onChange: (window: Window) => void; readonly errors: StepErrors }) {
  const on = window.days ?? days;
  return (
    <Stack gap="sm" pl={14} style={{ borderLeft: '2px solid var(--app-line)' }}>
      <Chip.Group multiple value={[...on]} onChange={(next) => onChange({ ...window, days: days.filter((day) => next.includes(day)) })}>
        <Group gap={6} role="group" aria-label="Days">
          {days.map((day) => (
            <Chip key={day} value={day} size="xs" variant="outline">
              {dayName(day).slice(0, 3)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {errors['window.days'] !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)">
          Pick at least one day.
        </Text>
      )}
      <Group gap="sm" align="flex-start">
        <TextInput label="From" placeholder="09:00" w={90} value={window.from} onChange={(event) => onChange({ ...window, from: event.currentTarget.value })} error={errors['window.from'] !== undefined} />
        <TextInput label="To" placeholder="17:00" w={90} value={window.to} onChange={(event) => onChange({ ...window, to: event.currentTarget.value })} error={errors['window.to'] !== undefined} />
        <TimeZoneSelect label="Time zone" w={220} others={zones} value={window.timeZone ?? 'contact'} onChange={(timeZone) => onChange({ ...window, timeZone })} error={errors['window.timeZone'] !== undefined} />
      </Group>
    </Stack>
  );
}

function signed(text: string, negative: boolean): string {
  const [single, ...more] = readDuration(text)?.parts ?? [];
  return single !== undefined && more.length === 0 ? writeDuration(single.amount, single.unit, negative) : `${negative ? '-' : ''}${text}`;
}
