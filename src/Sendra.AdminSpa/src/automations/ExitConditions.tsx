import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { emptyRule, type Condition } from './conditions/condition';
import { ConditionEditor, errorsBelow } from './conditions/ConditionEditor';
import { EventName } from './conditions/useEventFields';

interface ExitConditionsProps {
  readonly exitEvents: readonly string[];
  /** By the event's name. */
  readonly value: Readonly<Record<string, Condition>>;
  readonly onChange: (value: Readonly<Record<string, Condition>>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly disabled: boolean;
}

/** Under which condition each exit event drops a run. */
export function ExitConditions({ exitEvents, value, onChange, errors, disabled }: ExitConditionsProps) {
  const put = (name: string, condition: Condition | undefined) =>
    onChange(Object.fromEntries([...Object.entries(value).filter(([one]) => one !== name), ...(condition === undefined ? [] : [[name, condition] as const])]));
  return (
    <Stack gap="xs" role="group" aria-label="Exit conditions">
      {exitEvents.map((name) => {
        const condition = value[name];
        return condition === undefined ? (
          <Group key={name} gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <b>{name}</b> ends every active run.
            </Text>
            {!disabled && (
              <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => put(name, emptyRule)} aria-label={`Add a condition to ${name}`}>
                Add a condition
              </Button>
            )}
          </Group>
        ) : (
          <div key={name}>
            <Text size="sm" mb={6} style={{ overflowWrap: 'anywhere' }}>
              <b>{name}</b> ends the active runs that match. <span style={{ color: 'var(--mantine-color-dimmed)' }}>event.… is the exit event; trigger.… is the event that enrolled the contact.</span>
            </Text>
            <EventName value={name}>
              <ConditionEditor label={`Condition of ${name}`} value={condition} errors={errorsBelow(errors, name)} onChange={(next) => put(name, next)} disabled={disabled} />
            </EventName>
          </div>
        );
      })}
    </Stack>
  );
}
