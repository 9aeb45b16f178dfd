import { Button, Group, Paper, Text, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { BulkDialog } from './BulkDialog';
import type { Selection } from './useSelection';

/** Something that can be done with many items at once. */
export interface BulkAction<T> {
  readonly label: string;
  readonly icon: ButtonProps['leftSection'];
  /** Which items it can be done with now; the others are left out. */
  readonly applies: (item: T) => boolean;
  /** `Pause 3 automations`: the question, and the button that answers it. */
  readonly title: (count: number) => string;
  readonly text: string;
  readonly danger?: boolean;
  /** `3 automations are paused.` */
  readonly done: (count: number) => string;
  readonly run: (item: T) => Promise<unknown>;
}

interface BulkBarProps<T> {
  readonly selection: Selection<T>;
  readonly shown: number;
  readonly nameOf: (item: T) => string;
  readonly actions: readonly BulkAction<T>[];
  /** The lists are to be read anew. */
  readonly onDone: () => void;
}

/** What can be done with what is selected. Stays in sight while the list is scrolled. */
export function BulkBar<T extends { readonly id: string }>({ selection, shown, nameOf, actions, onDone }: BulkBarProps<T>) {
  const [asked, setAsked] = useState<BulkAction<T>>();
  const { items } = selection;
  return (
    <>
      {items.length > 0 && (
        <Paper withBorder radius="lg" shadow="md" px="md" py="xs" mb="sm" bg="var(--app-surface)" style={{ position: 'sticky', top: 8, zIndex: 3 }} role="region" aria-label="Selected">
          <Group gap="sm">
            <Text size="sm" fw={600} aria-live="polite">
              {items.length.toLocaleString()} selected
            </Text>
            {actions.map((action) => (
              <Button key={action.label} variant="default" size="xs" leftSection={action.icon} disabled={!items.some(action.applies)} onClick={() => setAsked(action)}>
                {action.label}
              </Button>
            ))}
            {items.length < shown && (
              <Button variant="subtle" size="xs" onClick={selection.all}>
                Select all {shown.toLocaleString()} shown
              </Button>
            )}
            <Button variant="subtle" size="xs" color="gray" c="var(--mantine-color-text)" onClick={selection.clear}>
              Clear
            </Button>
          </Group>
        </Paper>
      )}
      {asked && (
        <BulkDialog
          action={asked}
          selected={items}
          nameOf={nameOf}
          onDone={onDone}
          onClose={(ended) => {
            setAsked(undefined);
            if (ended) {
              selection.clear();
            }
          }}
        />
      )}
    </>
  );
}
