import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './SourceForm.module.css';

type Pair = readonly [string, string];

interface PairRowsProps {
  readonly title: string;
  readonly hint?: string;
  readonly rows: readonly Pair[];
  readonly onChange: (rows: Pair[]) => void;
  /** What each field of a row is called, the row's number after it. */
  readonly labels: (row: number) => Pair;
  readonly placeholders: Pair;
  readonly removeLabel: string;
  readonly addLabel: string;
  readonly error?: ReactNode;
}

/** Rows of two texts that belong together. */
export function PairRows({ title, hint, rows, onChange, labels, placeholders, removeLabel, addLabel, error }: PairRowsProps) {
  const change = (row: number, side: 0 | 1, text: string) => onChange(rows.map((pair, at) => (at !== row ? pair : side === 0 ? [text, pair[1]] : [pair[0], text])));
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed" mb={6}>
          {hint}
        </Text>
      )}
      <Stack gap="xs">
        {rows.map((pair, row) => (
          <Group key={row} gap="xs" wrap="nowrap">
            {([0, 1] as const).map((side) => (
              <TextInput
                key={side}
                aria-label={labels(row + 1)[side]}
                placeholder={placeholders[side]}
                value={pair[side]}
                onChange={(event) => change(row, side, event.currentTarget.value)}
                className={classes.half}
              />
            ))}
            <ActionIcon variant="subtle" color="gray" aria-label={`${removeLabel} ${row + 1}`} onClick={() => onChange(rows.filter((_, at) => at !== row))}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {error}
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" mt="xs" leftSection={<IconPlus size={14} />} onClick={() => onChange([...rows, ['', '']])}>
        {addLabel}
      </Button>
    </div>
  );
}
