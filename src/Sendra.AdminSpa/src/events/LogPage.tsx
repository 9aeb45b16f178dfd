import { Button, Drawer, Group, Paper, Switch, Text, VisuallyHidden } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { EventView } from './EventView';
import { ExportMenu } from './ExportMenu';
import { LogFilters } from './LogFilters';
import { LogSkeleton } from './LogSkeleton';
import { LogTable } from './LogTable';
import { logQuery } from './queries';
import { isFiltered, type LogSearch } from './search';

const route = getRouteApi('/app/settings/events/');

export default function LogPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [live, setLive] = useState(false);
  const client = useQueryClient();
  const log = useInfiniteQuery({ ...logQuery(search), refetchInterval: live ? 2_000 : false });
  const change = (filter: LogSearch) => void navigate({ search: (before) => ({ ...before, ...filter }), replace: true });
  const close = () => void navigate({ search: (before) => ({ ...before, event: undefined }), resetScroll: false });
  const follow = (on: boolean) => {
    setLive(on);
    if (on) {
      // Following means looking at the newest: older pages would only be asked for again and again.
      window.scrollTo({ top: 0 });
      client.setQueryData(logQuery(search).queryKey, (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
      void log.refetch();
    }
  };
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <LogFilters search={search} onChange={change} onClear={() => void navigate({ search: {} })} />
      <Group justify="space-between" mb="xs" mih={28}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {log.isSuccess && (items.length === 0 ? 'No events' : `${items.length.toLocaleString()}${log.hasNextPage ? '+' : ''} ${items.length === 1 ? 'event' : 'events'}, newest first`)}
        </Text>
        <Group gap="md">
          <Switch label="Live" checked={live} onChange={(event) => follow(event.currentTarget.checked)} size="sm" labelPosition="left" />
          {items.length > 0 && <ExportMenu search={search} />}
        </Group>
      </Group>
      {log.isError && <ProblemAlert title="The events could not be loaded" error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <LogSkeleton />}
      {log.isSuccess && items.length > 0 && (
        <LogTable
          items={items}
          search={search}
          hasMore={log.hasNextPage}
          isLoadingMore={log.isFetchingNextPage}
          onMore={() => void log.fetchNextPage()}
        />
      )}
      {log.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {isFiltered(search) ? (
            <EmptyState
              icon={IconFilterOff}
              title="No event matches these filters"
              action={
                <Button variant="default" onClick={() => void navigate({ search: {} })}>
                  Clear all filters
                </Button>
              }
            >
              Names match exactly, capitals included. Try a longer time or fewer filters.
            </EmptyState>
          ) : (
            <EmptyState icon={IconInbox} title="No event has arrived yet" action={<ButtonTo to="/">Send the first one</ButtonTo>}>
              Everything your app sends shows up here within a moment, declared or not.
            </EmptyState>
          )}
        </Paper>
      )}
      <Drawer
        opened={search.event !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={<VisuallyHidden>Event</VisuallyHidden>}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {search.event && (
          <>
            <EventView id={search.event} headingOrder={2} />
            <Text size="sm" mt="xl">
              <LinkTo to="/settings/events/log/$eventId" params={{ eventId: search.event }} underline="always">
                Open on a page of its own
              </LinkTo>
            </Text>
          </>
        )}
      </Drawer>
    </>
  );
}
