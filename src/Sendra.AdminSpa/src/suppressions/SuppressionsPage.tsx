import { Button, Paper, Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { IconFileImport, IconMailOff, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Suppression } from '../api/types';
import { EmptyState } from '../common/EmptyState';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { AddSuppression } from './AddSuppression';
import { ImportSuppressions } from './ImportSuppressions';
import { suppressionsQuery } from './queries';
import { SuppressionRow } from './SuppressionRow';
import { origins, scopes } from './words';
import classes from './SuppressionsPage.module.css';

const route = getRouteApi('/app/suppressions');

export default function SuppressionsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const list = useInfiniteQuery(suppressionsQuery(filter));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = filter.email !== undefined || filter.scope !== undefined || filter.origin !== undefined;
  const search = useSearchText(filter.email, (email) => void navigate({ search: { ...filter, email }, replace: true }), isAddress);
  const actions = (
    <>
      <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setOpen('import')}>
        Import…
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('add')}>
        Add
      </Button>
    </>
  );

  return (
    <div style={{ maxWidth: 860 }}>
      <PageHeader
        title="Suppressions"
        lead="Addresses that get no email, or no marketing. Sendra checks every email against them right before it goes out."
        actions={actions}
      />
      {(isFiltered || items.length > 0) && (
        <div className={classes.filters}>
          <TextInput aria-label="Find an address" placeholder="Find a whole address" type="search" inputMode="email" leftSection={<IconSearch size={16} />} {...search} />
          <Select
            aria-label="Scope"
            placeholder="Any scope"
            data={scopes.map(({ value, label }) => ({ value, label }))}
            clearable
            clearButtonProps={{ 'aria-label': 'Any scope' }}
            value={filter.scope ?? null}
            onChange={(scope) => void navigate({ search: { ...filter, scope: (scope ?? undefined) as Suppression['scope'] | undefined }, replace: true })}
          />
          <Select
            aria-label="Origin"
            placeholder="Any origin"
            data={origins.map(({ value, label }) => ({ value, label }))}
            clearable
            clearButtonProps={{ 'aria-label': 'Any origin' }}
            value={filter.origin ?? null}
            onChange={(origin) => void navigate({ search: { ...filter, origin: (origin ?? undefined) as Suppression['origin'] | undefined }, replace: true })}
          />
        </div>
      )}
      {list.isError && <ProblemAlert title="We couldn’t load the suppressions" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="xs" aria-busy="true" role="status" aria-label="Loading suppressions">
          {Array.from({ length: 5 }, (_, at) => (
            <Skeleton key={at} h={56} />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" className={classes.frame}>
          {isFiltered ? (
            <EmptyState icon={IconSearch} title="No suppression matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              Search for a whole address. It finds people who were erased, too.
            </EmptyState>
          ) : (
            <EmptyState icon={IconMailOff} title="No suppressions yet">
              People who unsubscribe, bounce or complain show up here. If you come from another tool, import its list before you send.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((suppression, at) => (
            <SuppressionRow key={suppression.email ?? at} suppression={suppression} searched={filter.email} />
          ))}
        </Paper>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
      {open === 'add' && <AddSuppression onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportSuppressions onClose={() => setOpen(null)} />}
    </div>
  );
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
}
