import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, explain } from '../../api/problem';
import type { BulkAction } from './BulkBar';
import { runAll } from './runAll';
import classes from './BulkDialog.module.css';

interface BulkDialogProps<T> {
  readonly action: BulkAction<T>;
  readonly selected: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly onDone: () => void;
  readonly onClose: (ended: boolean) => void;
}

/** Asks, does it item by item, and says how each went. */
export function BulkDialog<T extends { readonly id: string }>({ action, selected, nameOf, onDone, onClose }: BulkDialogProps<T>) {
  // What is selected changes while it is done.
  const [items] = useState(() => selected.filter(action.applies));
  const [left] = useState(selected.length - items.length);
  const [state, setState] = useState<'asked' | 'running' | 'ended'>('asked');
  const [results, setResults] = useState<ReadonlyMap<string, unknown>>(new Map());
  const failed = items.filter(({ id }) => results.get(id) !== undefined);
  const done = results.size - failed.length;
  const run = async () => {
    setState('running');
    await runAll(items, action.run, ({ id }, failure) => setResults((before) => new Map([...before, [id, failure]])));
    setState('ended');
    onDone();
  };

  return (
    <Modal
      opened
      onClose={() => onClose(state === 'ended')}
      title={action.title(items.length)}
      closeOnClickOutside={state !== 'running'}
      closeOnEscape={state !== 'running'}
      withCloseButton={state !== 'running'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        {state === 'asked' && (
          <>
            <Text size="sm">{action.text}</Text>
            <ul className={classes.names} aria-label="Which">
              {items.map((item) => (
                <li key={item.id}>{nameOf(item)}</li>
              ))}
            </ul>
            {left > 0 && (
              <Text size="sm" c="dimmed">
                {left.toLocaleString()} of the {(items.length + left).toLocaleString()} selected {left === 1 ? 'is' : 'are'} left out: it can’t be done with {left === 1 ? 'it' : 'them'}.
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => onClose(false)}>
                Cancel
              </Button>
              <Button {...(action.danger && { color: 'red.8' })} onClick={() => void run()} data-autofocus>
                {action.title(items.length)}
              </Button>
            </Group>
          </>
        )}
        {state === 'running' && (
          <>
            <Progress value={(100 * results.size) / items.length} aria-label="Progress" />
            <Text size="sm" c="dimmed">
              {results.size.toLocaleString()} of {items.length.toLocaleString()}
            </Text>
          </>
        )}
        {state === 'ended' && (
          <>
            <div role="status">
              {done > 0 && (
                <Group gap="sm" wrap="nowrap">
                  <IconCircleCheck size={20} className={classes.good} aria-hidden />
                  <Text size="sm">{action.done(done)}</Text>
                </Group>
              )}
              {failed.length > 0 && (
                <Group gap="sm" wrap="nowrap" mt={done > 0 ? 'xs' : 0}>
                  <IconAlertTriangle size={20} className={classes.bad} aria-hidden />
                  <Text size="sm">{failed.length === 1 ? 'We couldn’t change one:' : `We couldn’t change ${failed.length.toLocaleString()}:`}</Text>
                </Group>
              )}
            </div>
            {failed.length > 0 && (
              <ul className={classes.names} aria-label="What we couldn’t change">
                {failed.map((item) => (
                  <li key={item.id}>
                    <b>{nameOf(item)}</b>: {explain(asProblem(results.get(item.id)))}
                  </li>
                ))}
              </ul>
            )}
            <Group justify="flex-end">
              <Button onClick={() => onClose(true)} data-autofocus>
                Close
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
