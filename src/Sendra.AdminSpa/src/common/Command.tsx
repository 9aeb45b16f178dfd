import { Group, Text } from '@mantine/core';
import { CopyButton } from './CopyButton';
import classes from './Command.module.css';

interface CommandProps {
  readonly title: string;
  readonly text: string;
  /** Something is still missing: it is only looked at. */
  readonly unfinished?: boolean;
}

/** A command for a terminal, ready to paste. */
export function Command({ title, text, unfinished = false }: CommandProps) {
  return (
    <div>
      <Group justify="space-between" mb={4} mih={28}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {!unfinished && <CopyButton value={text} label="Copy the command" />}
      </Group>
      <pre className={classes.code} tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </div>
  );
}
