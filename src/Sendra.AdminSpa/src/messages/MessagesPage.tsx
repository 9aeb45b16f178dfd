import { Button, Paper, Skeleton, Stack } from '@mantine/core';
import { IconFilterOff, IconMailbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { CapturedNotice } from './CapturedNotice';
import { MessageFilters } from './MessageFilters';
import { MessageList } from './MessageList';
import { messagesQuery } from './queries';
import { isFiltered } from './search';

const route = getRouteApi('/app/messages');

export default function MessagesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery({ ...messagesQuery(search), refetchInterval: 15_000 });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = isFiltered(search);

  return (
    <>
      <PageHeader title="Messages" lead="Every email to every contact: what was sent, what was not, and why." />
      {items.some((one) => one.status === 'captured') && <CapturedNotice />}
      {(filtered || items.length > 0) && (
        <MessageFilters
          search={search}
          onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
          onClear={() => void navigate({ search: {} })}
        />
      )}
      {list.isError && <ProblemAlert title="We couldn’t load the messages" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="xs" aria-busy="true" role="status" aria-label="Loading messages">
          {Array.from({ length: 6 }, (_, at) => (
            <Skeleton key={at} h={58} />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {filtered ? (
            <EmptyState icon={IconFilterOff} title="No message matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              Try another status or a longer period.
            </EmptyState>
          ) : (
            <EmptyState icon={IconMailbox} title="No messages yet" action={<ButtonTo to="/automations">Go to automations</ButtonTo>}>
              A “Send email” step of a live automation makes the first one. You can read it here, as it was sent.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && <MessageList items={items} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </>
  );
}
