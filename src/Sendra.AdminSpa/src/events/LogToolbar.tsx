import { Group, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExportMenu } from '../common/ExportMenu';
import { FilterMenu } from './FilterMenu';
import { toFilter, type LogSearch } from './search';
import type { TailState } from './useLiveTail';
import classes from './LogToolbar.module.css';

interface LogToolbarProps {
  readonly count: ReactNode;
  /** By how many seconds what is older may be behind. */
  readonly behind: number;
  readonly search: LogSearch;
  readonly onFilter: (search: LogSearch) => void;
  readonly canExport: boolean;
  readonly live: boolean;
  readonly tail: TailState;
  readonly onLive: (on: boolean) => void;
}

const words: Record<TailState, string> = { off: '', connecting: 'Connecting…', live: 'New events appear automatically', reconnecting: 'Reconnecting…' };

/** A replica that is well is 1 or 2 seconds behind, which nobody has to know. */
const worthSaying = 5;

export function LogToolbar({ count, behind, search, onFilter, canExport, live, tail, onLive }: LogToolbarProps) {
  return (
    <Group justify="space-between" mb="xs" mih={28} gap="xs">
      <Text size="sm" c="dimmed" aria-live={live ? 'off' : 'polite'}>
        {count}
        {behind >= worthSaying && `. Changes to older events show up to ${behind.toLocaleString()} s late.`}
      </Text>
      <Group gap="md">
        <Text size="sm" role="status" className={classes.state} data-state={tail}>
          {words[tail]}
        </Text>
        <Switch label="Live" checked={live} onChange={(event) => onLive(event.currentTarget.checked)} size="sm" labelPosition="left" />
        <FilterMenu search={search} onOpen={onFilter} />
        {canExport && <ExportMenu path="/api/events/export" filter={() => toFilter(search, Date.now())} unit="event" />}
      </Group>
    </Group>
  );
}
