import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ProblemAlert } from '../common/ProblemAlert';
import { EmptyLog } from './EmptyLog';
import { EventDrawer } from './EventDrawer';
import { LogFilters } from './LogFilters';
import { LogSkeleton } from './LogSkeleton';
import { LogTable } from './LogTable';
import { LogToolbar } from './LogToolbar';
import { logQuery, logTotalQuery } from './queries';
import { isFiltered, type LogSearch } from './search';
import { merge } from './tail';
import { useLiveTail } from './useLiveTail';
import classes from './LogTable.module.css';

const route = getRouteApi('/app/settings/events/');

export default function LogPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [live, setLive] = useState(false);
  const client = useQueryClient();
  const log = useInfiniteQuery(logQuery(search));
  const change = (filter: LogSearch) => void navigate({ search: (before) => ({ ...before, ...filter }), replace: true });
  const clear = () => void navigate({ search: {} });
  // Older pages would be asked for again too; following means looking at the newest.
  const readAnew = () => {
    client.setQueryData(logQuery(search).queryKey, (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
    void log.refetch();
  };
  const tail = useLiveTail(search, live, log.data?.pages[0]?.items, readAnew);
  const items = useMemo(() => merge(tail.items.slice(tail.held), log.data?.pages.flatMap((page) => page.items) ?? []), [tail.items, tail.held, log.data]);
  // Counted where it costs nothing: without filters, or by one name alone.
  const { name: names, event: _, ...others } = search;
  const isCounted = !isFiltered(others) && (names ?? []).length < 2;
  const total = useQuery({ ...logTotalQuery(names?.[0]), enabled: isCounted && log.hasNextPage }).data;
  const behind = Math.max(0, ...(log.data?.pages.map((page) => page.behindSeconds) ?? []));
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const toTop = () => window.scrollTo({ top: 0 });

  return (
    <>
      <LogFilters search={search} onChange={change} onClear={clear} />
      <LogToolbar
        count={log.isSuccess && counted(items.length, log.hasNextPage, isCounted ? total : undefined)}
        behind={behind}
        search={search}
        onFilter={(filter) => void navigate({ search: filter })}
        canExport={items.length > 0}
        live={live}
        tail={tail.state}
        onLive={(on) => {
          setLive(on);
          toTop();
        }}
      />
      {log.isError && <ProblemAlert title="We couldn’t load the events" error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <LogSkeleton />}
      {items.length > 0 && (
        <LogTable
          items={items}
          search={search}
          fresh={tail.fresh}
          hasMore={log.hasNextPage}
          isLoadingMore={log.isFetchingNextPage}
          onMore={() => void log.fetchNextPage()}
        />
      )}
      {log.isSuccess && items.length === 0 && <EmptyLog filtered={isFiltered(search)} onClear={clear} />}
      {tail.held > 0 && (
        <Button className={classes.held} radius="xl" leftSection={<IconArrowUp size={16} />} onClick={toTop}>
          {tail.held.toLocaleString()} new {tail.held === 1 ? 'event' : 'events'}
        </Button>
      )}
      <EventDrawer
        eventId={search.event}
        ids={ids}
        onOpen={(event) => void navigate({ search: (before) => ({ ...before, event }), replace: search.event !== undefined, resetScroll: false })}
        onClose={() => void navigate({ search: (before) => ({ ...before, event: undefined }), resetScroll: false })}
      />
    </>
  );
}

function counted(count: number, more: boolean, total: number | undefined): string {
  return more && total !== undefined && total > count ? `About ${roundly(total).toLocaleString()} events, newest first`
    : count === 0 ? 'No events' : `${count.toLocaleString()}${more ? '+' : ''} ${count === 1 ? 'event' : 'events'}, newest first`;
}

/** Two digits are enough of what changes while it is read. */
function roundly(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 2);
  return Math.round(count / unit) * unit;
}
