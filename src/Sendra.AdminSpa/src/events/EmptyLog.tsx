import { Button, Paper } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';

interface EmptyLogProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
}

export function EmptyLog({ filtered, onClear }: EmptyLogProps) {
  return (
    <Paper withBorder radius="lg" bg="var(--app-surface)">
      {filtered ? (
        <EmptyState
          icon={IconFilterOff}
          title="No event matches these filters"
          action={
            <Button variant="default" onClick={onClear}>
              Clear all filters
            </Button>
          }
        >
          Names match exactly, including capitals. Try a longer period or fewer filters.
        </EmptyState>
      ) : (
        <EmptyState icon={IconInbox} title="No event has arrived yet" action={<ButtonTo to="/">Send the first one</ButtonTo>}>
          Everything your app sends shows up here within a moment, declared or not.
        </EmptyState>
      )}
    </Paper>
  );
}
