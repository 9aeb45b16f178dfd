import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconBolt, IconDots, IconListCheck, IconListSearch, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Pattern } from '../api/types';
import { Sparkline } from '../charts/Sparkline';
import { Breakable } from '../common/Breakable';
import { confirm } from '../common/confirm';
import { LinkTo } from '../common/LinkTo';
import { notifyDone, notifyProblem } from '../common/notify';
import { Time } from '../common/Time';
import { eventBody } from '../sending/eventBody';
import { PatternDialog } from './PatternDialog';
import { useDeletePattern } from './queries';
import { schemaWords } from './schema';
import { SchemaDialog } from './SchemaDialog';
import classes from './PatternRow.module.css';

const SendEventDialog = lazy(() => import('../sending/SendEventDialog'));

export function PatternRow({ pattern }: { readonly pattern: Pattern }) {
  const { id, name, description, receivedCount, lastReceivedAt, dailyCounts, usedBy } = pattern;
  const [editing, setEditing] = useState<'description' | 'schema' | 'event'>();
  const schema = schemaWords(pattern);
  const navigate = useNavigate();
  const remove = useDeletePattern();
  const ask = () =>
    confirm({
      title: `Delete the pattern ${name}?`,
      text: 'Events and automations stay as they are; events with this name are undeclared again.',
      yes: 'Delete',
      danger: true,
      onYes: () =>
        remove.mutate(id, {
          onSuccess: () => notifyDone(`The pattern ${name} is deleted.`),
          onError: (failure) => notifyProblem(`We couldn’t delete the pattern ${name}`, failure),
        }),
    });

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <LinkTo to="/settings/events" search={{ name: [name] }} fw={600} size="sm" c="var(--mantine-color-text)">
          <Breakable text={name} />
        </LinkTo>
        {description && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {description}
          </Text>
        )}
        {schema !== undefined && (
          <Text size="xs" c="dimmed" mt={2}>
            {schema}
          </Text>
        )}
        {usedBy.length > 0 && (
          <ul className={classes.uses} aria-label="Used by">
            {usedBy.map((use) => (
              <li key={`${use.automationId} ${use.role}`}>
                <LinkTo to="/automations/$automationId" params={{ automationId: use.automationId }} className={classes.use} size="xs">
                  <IconBolt size={13} aria-hidden /> {useWords[use.role]} {use.name}
                </LinkTo>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Sparkline values={dailyCounts} label={`${sum(dailyCounts).toLocaleString()} in the last 30 days`} />
      <div className={classes.numbers}>
        <Text size="sm" fw={600}>
          {receivedCount.toLocaleString()} received
        </Text>
        <Text size="sm" c="dimmed">
          {lastReceivedAt === null ? 'never' : <Time iso={lastReceivedAt} as="ago" />}
        </Text>
      </div>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconListSearch size={16} />} onClick={() => void navigate({ to: '/settings/events', search: { name: [name] } })}>
            Show in the log
          </Menu.Item>
          <Menu.Item leftSection={<IconBolt size={16} />} onClick={() => void navigate({ to: '/automations/new', search: { eventName: name } })}>
            New automation on it
          </Menu.Item>
          <Menu.Item leftSection={<IconSend size={16} />} onClick={() => setEditing('event')}>
            Send a test event…
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing('description')}>
            Edit description
          </Menu.Item>
          <Menu.Item leftSection={<IconListCheck size={16} />} onClick={() => setEditing('schema')}>
            Edit schema
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={ask}>
            Delete…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing === 'description' && <PatternDialog pattern={pattern} onClose={() => setEditing(undefined)} />}
      {editing === 'event' && (
        <Suspense>
          <SendEventDialog body={eventBody({ email: 'ada@example.com', eventName: name, properties: '{}' })} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
      {editing === 'schema' && <SchemaDialog pattern={pattern} onClose={() => setEditing(undefined)} />}
    </li>
  );
}

// A role without its word does not compile.
const useWords: Record<Pattern['usedBy'][number]['role'], string> = { trigger: 'starts', exit: 'ends', wait: 'continues' };

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
