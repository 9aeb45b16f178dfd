import { Button, Paper, Skeleton, Stack } from '@mantine/core';
import { IconFilterOff, IconLock } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../access/session';
import { EmptyState } from '../common/EmptyState';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { AuditExport } from './AuditExport';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { auditLogQuery } from './queries';
import { whoOf } from './words';

const route = getRouteApi('/app/settings/audit-log');

export default function AuditLogPage() {
  const isOwner = useMe().workspace.role === 'owner';
  return isOwner ? (
    <Log />
  ) : (
    <>
      <PageHeader title="Audit log" />
      <Paper withBorder radius="lg" bg="var(--app-surface)">
        <EmptyState icon={IconLock} title="Only owners see the audit log">
          It shows who did what in this workspace, and from where. Ask an owner if you need to know.
        </EmptyState>
      </Paper>
    </>
  );
}

function Log() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(auditLogQuery(search));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const known = new Map(items.flatMap((line) => (line.actor.id === null ? [] : [[line.actor.id, whoOf(line)] as const])));
  return (
    <>
      <PageHeader title="Audit log" lead="Who did what in this workspace, and from where. It can’t be changed." actions={<AuditExport search={search} />} />
      <AuditFilters
        search={search}
        known={known}
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
        onClear={() => void navigate({ search: {} })}
      />
      {list.isError && <ProblemAlert title="We couldn’t load the audit log" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="xs" aria-busy="true" role="status" aria-label="Loading the audit log">
          {Array.from({ length: 8 }, (_, at) => (
            <Skeleton key={at} h={44} />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          <EmptyState icon={IconFilterOff} title="No entry matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
            Try a longer period or another action.
          </EmptyState>
        </Paper>
      )}
      {items.length > 0 && <AuditTable items={items} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </>
  );
}
