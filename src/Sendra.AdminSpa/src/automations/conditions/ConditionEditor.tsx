import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isObject } from '../../common/exactJson';
import { asGroup, conditionWords, emptyReceived, emptyRule, fromGroup, partPath, type Condition, type Mode } from './condition';
import { ReceivedRow } from './ReceivedRow';
import { RuleRow } from './RuleRow';
import classes from './ConditionEditor.module.css';

interface ConditionEditorProps {
  readonly value: Condition;
  /** Undefined when the last rule was removed. */
  readonly onChange: (condition: Condition | undefined) => void;
  /** What it is called, before the number of a rule: `Condition of Yes`. */
  readonly label: string;
  /** What is wrong, by place in it. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
  readonly disabled?: boolean;
  readonly depth?: number;
  /** Whether rules may count past events; not where those are counted. */
  readonly countsPast?: boolean;
}

const modes: { value: Mode; label: string }[] = [
  { value: 'all', label: 'All of these are true' },
  { value: 'any', label: 'Any of these is true' },
  { value: 'notAll', label: 'Not all of these are true' },
  { value: 'none', label: 'None of these is true' },
];

/** How deep the API lets groups stand in each other. */
const deepest = 5;

/** Rules, and groups of rules in each other. */
export function ConditionEditor({ value, onChange, label, errors = {}, disabled = false, depth = 0, countsPast = true }: ConditionEditorProps) {
  const group = asGroup(value) ?? { mode: 'all' as const, parts: [value] };
  const { mode, parts } = group;
  // One rule alone needs no group around it.
  const put = (next: Mode, list: readonly Condition[]) =>
    onChange(list.length === 0 ? undefined : list.length === 1 && next === 'all' && asGroup(list[0]!) === undefined ? list[0] : fromGroup({ mode: next, parts: list }));
  const change = (at: number, part: Condition | undefined) => put(mode, part === undefined ? parts.filter((_, index) => index !== at) : parts.map((one, index) => (index === at ? part : one)));

  return (
    <Stack gap="xs" role="group" aria-label={label} className={depth > 0 ? classes.inner : classes.editor}>
      {(parts.length > 1 || mode !== 'all') && (
        <Select aria-label={`${label}: how its rules count`} size="xs" maw={220} data={modes} value={mode} onChange={(next) => put(next as Mode, parts)} allowDeselect={false} disabled={disabled} />
      )}
      {parts.map((part, at) => {
        const place = partPath(value, at);
        const below = errorsBelow(errors, place);
        const name = parts.length === 1 ? label : `${label}, rule ${at + 1}`;
        return isObject(part) && 'received' in part ? (
          <ReceivedRow key={at} rule={part} label={name} errors={below} disabled={disabled} onChange={(rule) => change(at, rule)} onRemove={() => change(at, undefined)} />
        ) : asGroup(part) === undefined ? (
          <RuleRow key={at} rule={isObject(part) ? part : emptyRule} label={name} errors={below} disabled={disabled} onChange={(rule) => change(at, rule)} onRemove={() => change(at, undefined)} />
        ) : (
          <ConditionEditor key={at} value={part} label={`${label}, group ${at + 1}`} errors={below} disabled={disabled} depth={depth + 1} countsPast={countsPast} onChange={(inner) => change(at, inner)} />
        );
      })}
      {!disabled && (
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => put(mode, [...parts, emptyRule])}>
            Add a rule
          </Button>
          {countsPast && (
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => put(mode, [...parts, emptyReceived])}>
              Add past events
            </Button>
          )}
          {depth + 1 < deepest && (
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => put(mode, [...parts, { any: [emptyRule, emptyRule] }])}>
              Add a group
            </Button>
          )}
        </Group>
      )}
      {depth === 0 && countsPast && (
        <Text size="xs" className={classes.sentence} aria-live="polite">
          If {conditionWords(value)}.
        </Text>
      )}
    </Stack>
  );
}

/** Those at a place and inside it, seen from there. */
export function errorsBelow(errors: Readonly<Record<string, string>>, place: string): Record<string, string> {
  return place === ''
    ? errors
    : Object.fromEntries(Object.entries(errors).flatMap(([at, text]) => (at === place ? [['', text]] : at.startsWith(`${place}.`) ? [[at.slice(place.length + 1), text]] : [])));
}
