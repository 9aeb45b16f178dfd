import { Button, Group, Paper, SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core';
import { IconBolt, IconFilterOff, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { AutomationRow } from './AutomationRow';
import { automationsQuery } from './queries';
import { automationStatuses, type AutomationStatus } from './search';

const route = getRouteApi('/app/automations');

export default function AutomationsPage() {
  const { status, query } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(automationsQuery(status, query));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = status !== undefined || query !== undefined;
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
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((automation) => (
          <AutomationRow key={automation.id} automation={automation} />
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
