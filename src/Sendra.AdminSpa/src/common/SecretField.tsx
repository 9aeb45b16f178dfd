import { Group, Text } from '@mantine/core';
import { CopyButton } from './CopyButton';
import classes from './SecretField.module.css';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly copyLabel: string;
  readonly hint: string;
}

/** A key, a link or a URL that whoever has it may use, ready to copy. */
export function SecretField({ label, value, copyLabel, hint }: SecretFieldProps) {
  return (
    <div className={classes.frame} role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <code className={classes.value}>{value}</code>
        <CopyButton value={value} label={copyLabel} />
      </Group>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
    </div>
  );
}
