import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { confirm } from './confirm';

interface SavedMeanwhileProps {
  readonly title: string;
  /** What was saved, by whom and when. */
  readonly children: ReactNode;
  readonly onLoad: () => void;
  readonly onKeep: () => void;
}

/** Says that someone else saved while this form was edited, and lets the person choose whose it is to be. */
export function SavedMeanwhile({ title, children, onLoad, onKeep }: SavedMeanwhileProps) {
  const load = () =>
    confirm({
      title: 'Load the saved version?',
      text: 'Your changes here will be lost. You can’t undo this.',
      yes: 'Load it',
      danger: true,
      onYes: onLoad,
    });
  return (
    <Alert color="yellow" variant="light" icon={<IconUsers size={18} />} title={title} role="alert">
      <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
        {children} Your changes are still here, but aren’t saved.
      </Text>
      <Group mt="sm" gap="xs">
        <Button size="xs" variant="default" onClick={load}>
          Load the saved version…
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          Keep mine and overwrite it
        </Button>
      </Group>
    </Alert>
  );
}
