import { ActionIcon, Autocomplete, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { isText, type JsonObject } from '../../common/exactJson';
import { patternSuggestionsQuery } from '../../patterns/queries';
import { DurationInput } from '../steps/DurationInput';
import { emptyRule, timesOf } from './condition';
import { ConditionEditor, errorsBelow } from './ConditionEditor';
import { EventName } from './useEventFields';
import classes from './ConditionEditor.module.css';

interface ReceivedRowProps {
  readonly rule: JsonObject;
  readonly label: string;
  readonly onChange: (rule: JsonObject) => void;
  readonly onRemove: () => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly disabled: boolean;
}

/** A rule on what the contact did before: an event, how often, how far back, and which of them count. */
export function ReceivedRow({ rule, label, onChange, onRemove, errors, disabled }: ReceivedRowProps) {
  const { received, within, where } = rule;
  const name = isText(received) ? received : '';
  const [query] = useDebouncedValue(name, 200);
  const names = useQuery(patternSuggestionsQuery(query)).data?.items.map((one) => one.name) ?? [];
  const wrong = (place: string) => Object.keys(errors).some((at) => at === place);
  const messages = [...new Set(Object.entries(errors).flatMap(([at, text]) => (at.startsWith('where.') ? [] : [text])))];
  const isLimited = within !== undefined && within !== null;
  return (
    <Stack gap={6}>
      <div className={classes.rule}>
        <Autocomplete
          aria-label={`${label}: event that was received`}
          placeholder="purchased"
          size="sm"
          spellCheck={false}
          autoComplete="off"
          data={[...new Set(names)]}
          value={name}
          onChange={(next) => onChange({ ...rule, received: next })}
          error={wrong('received')}
          disabled={disabled}
        />
        <NumberInput
          aria-label={`${label}: how often at least`}
          prefix="at least "
          suffix={timesOf(rule) === 1 ? ' time' : ' times'}
          size="sm"
          min={1}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
          value={timesOf(rule)}
          onChange={(next) => onChange({ ...rule, atLeast: next === '' ? 1 : Number(next) })}
          error={wrong('atLeast')}
          disabled={disabled}
        />
        <Group gap={6} wrap="nowrap" align="flex-start">
          <Select
            aria-label={`${label}: how far back`}
            data={[
              { value: 'ever', label: 'ever' },
              { value: 'within', label: 'in the last' },
            ]}
            value={isLimited ? 'within' : 'ever'}
            onChange={(next) => onChange(next === 'within' ? { ...rule, within: 'P90D' } : without(rule, 'within'))}
            allowDeselect={false}
            disabled={disabled}
            miw={110}
          />
          {isLimited && (
            <DurationInput label={`${label}: time`} value={isText(within) ? within : ''} onChange={(next) => onChange({ ...rule, within: next })} error={wrong('within')} disabled={disabled} />
          )}
        </Group>
        {!disabled && (
          <ActionIcon className={classes.remove} variant="subtle" color="gray" size={36} ml={-4} aria-label={`${label}: remove`} onClick={onRemove}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      {where !== undefined && where !== null ? (
        <Stack gap={4} className={classes.inner}>
          <Text size="xs" c="dimmed">
            Only those where (event is the counted one):
          </Text>
          <EventName value={name}>
            <ConditionEditor
              value={where}
              label={`${label}: which count`}
              errors={errorsBelow(errors, 'where')}
              disabled={disabled}
              countsPast={false}
              onChange={(next) => onChange(next === undefined ? without(rule, 'where') : { ...rule, where: next })}
            />
          </EventName>
        </Stack>
      ) : (
        !disabled && (
          <Button variant="subtle" size="compact-xs" color="gray" w="fit-content" leftSection={<IconFilter size={12} />} onClick={() => onChange({ ...rule, where: { ...emptyRule, field: 'event.' } })}>
            Count only some of them
          </Button>
        )
      )}
      {messages.map((message) => (
        <Text key={message} size="xs" c="var(--mantine-color-error)" role="alert">
          {message}
        </Text>
      ))}
    </Stack>
  );
}

function without(rule: JsonObject, key: 'within' | 'where'): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([name]) => name !== key)) as JsonObject;
}
