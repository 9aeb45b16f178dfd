import { Button, Group, Paper, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconTags } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../common/EmptyState';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { CatalogHealth } from './CatalogHealth';
import { PatternDialog } from './PatternDialog';
import { PatternRow } from './PatternRow';
import { patternsQuery } from './queries';
import { UndeclarableNames } from './UndeclarableNames';
import classes from './PatternsPage.module.css';

const route = getRouteApi('/app/settings/events/patterns');

export default function PatternsPage() {
  const { query } = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  const list = useInfiniteQuery(patternsQuery(query));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = useSearchText(query, (text) => void navigate({ search: { query: text }, replace: true }));
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      New pattern
    </Button>
  );

  return (
    <>
      <CatalogHealth />
      {(query !== undefined || items.length > 0) && (
        <Group mb="md" justify="space-between" gap="sm">
          <TextInput aria-label="Search patterns" placeholder="Search patterns" type="search" leftSection={<IconSearch size={16} />} w={{ base: '100%', xs: 260 }} {...search} />
          {create}
        </Group>
      )}
      {list.isError && <ProblemAlert title="We couldn’t load the patterns" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="sm" aria-busy="true" role="status" aria-label="Loading patterns">
          {Array.from({ length: 5 }, (_, at) => (
            <Skeleton key={at} h={60} />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" className={classes.frame}>
          {query === undefined ? (
            <EmptyState icon={IconTags} title="No patterns yet" action={create}>
              A pattern is a declared event name. Patterns complete what you type in automations and in the log’s filter, and tell your team which events matter.
              Sendra accepts events with or without them.
            </EmptyState>
          ) : (
            <EmptyState icon={IconTags} title="No pattern matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              No pattern contains “{query}”.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((pattern) => (
            <PatternRow key={pattern.id} pattern={pattern} />
          ))}
        </Paper>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
      {items.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {items.length.toLocaleString()}
          {list.hasNextPage && '+'} {items.length === 1 ? 'pattern' : 'patterns'}
        </Text>
      )}
      <UndeclarableNames />
      {creating && <PatternDialog onClose={() => setCreating(false)} />}
    </>
  );
}
