import { Button, Group, Paper, SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core';
import { IconArchive, IconBolt, IconFilterOff, IconPlayerPause, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Automation } from '../api/types';
import { BulkBar, type BulkAction } from '../common/bulk/BulkBar';
import { useSelection } from '../common/bulk/useSelection';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { AutomationRow } from './AutomationRow';
import { actOn, automationsQuery } from './queries';
import { automationStatuses, type AutomationStatus } from './search';

const automations = (count: number) => `${count.toLocaleString()} ${count === 1 ? 'automation' : 'automations'}`;
const bulkActions: readonly BulkAction<Automation>[] = [
  {
    label: 'Pause…',
    icon: <IconPlayerPause size={15} />,
    applies: ({ status }) => status === 'live',
    title: (count) => `Pause ${automations(count)}`,
    text: 'They enroll nobody until you activate them again. Exit events still end runs.',
    done: (count) => `${automations(count)} ${count === 1 ? 'is' : 'are'} paused.`,
    run: ({ id }) => actOn(id, 'pause'),
  },
  {
    label: 'Archive…',
    icon: <IconArchive size={15} />,
    applies: ({ status }) => status !== 'archived',
    title: (count) => `Archive ${automations(count)}`,
    text: 'They stop for good: they no longer enroll contacts, their exit events do nothing, and you can’t activate them again. Their history stays.',
    danger: true,
    done: (count) => `${automations(count)} ${count === 1 ? 'is' : 'are'} archived.`,
    run: ({ id }) => actOn(id, 'archive'),
  },
];

const route = getRouteApi('/app/automations');

export default function AutomationsPage() {
  const { status, query } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(automationsQuery(status, query));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = status !== undefined || query !== undefined;
  const selection = useSelection(items);
  const client = useQueryClient();
  const search = useSearchText(query, (text) => void navigate({ search: (before) => ({ ...before, query: text }), replace: true }));
  const create = (
    <ButtonTo to="/automations/new" leftSection={<IconPlus size={16} />}>
      New automation
    </ButtonTo>
  );

  return (
    <>
      <PageHeader title="Automations" lead="One event enrolls a contact; other events end the run." actions={create} />
      {(filtered || items.length > 0) && (
        <Group mb="md" gap="sm">
          <TextInput aria-label="Search by name" placeholder="Search by name" type="search" leftSection={<IconSearch size={16} />} w={{ base: '100%', xs: 240 }} {...search} />
          <SegmentedControl
            aria-label="Status"
            value={status ?? 'all'}
            onChange={(value) => void navigate({ search: (before) => ({ ...before, status: value === 'all' ? undefined : (value as AutomationStatus) }), replace: true })}
            data={[{ value: 'all', label: 'All' }, ...automationStatuses.map((value) => ({ value, label: value[0]!.toUpperCase() + value.slice(1) }))]}
            size="sm"
          />
        </Group>
      )}
      {list.isError && <ProblemAlert title="We couldn’t load the automations" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="sm" aria-busy="true" role="status" aria-label="Loading automations">
          {Array.from({ length: 4 }, (_, at) => (
            <Skeleton key={at} h={84} radius="lg" />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {filtered ? (
            <EmptyState icon={IconFilterOff} title="No automation matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              Try another status or a shorter name.
            </EmptyState>
          ) : (
            <EmptyState icon={IconBolt} title="Create your first automation" action={create}>
              Choose which event enrolls contacts, how often, and which events end their runs. It starts as a draft and enrolls nobody until you activate it.
            </EmptyState>
          )}
        </Paper>
      )}
      <BulkBar
        selection={selection}
        shown={items.length}
        nameOf={({ name }) => name}
        actions={bulkActions}
        onDone={() => void Promise.all([client.invalidateQueries({ queryKey: ['automations'] }), client.invalidateQueries({ queryKey: ['patterns'] })])}
      />
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((automation) => (
          <AutomationRow key={automation.id} automation={automation} selected={selection.has(automation)} onSelect={() => selection.toggle(automation)} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </>
  );
}
