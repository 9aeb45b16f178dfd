import { Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconFileUpload, IconPlus, IconSearch, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { EmptyState } from '../common/EmptyState';
import { ExportMenu } from '../common/ExportMenu';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { ColumnsMenu } from './ColumnsMenu';
import { useColumns } from './columns';
import { ContactDialog } from './ContactDialog';
import { ContactsTable } from './ContactsTable';
import { contactsQuery } from './queries';
import { contactSorts, type ContactSort } from './search';

const route = getRouteApi('/app/contacts');
const ImportContacts = lazy(() => import('./ImportContacts'));
const sortTitles: Readonly<Record<ContactSort, string>> = { newest: 'Newest first', oldest: 'Oldest first', email: 'By email' };

export default function ContactsPage() {
  const { query, sort = 'newest' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(contactsQuery(query, sort));
  const [columns, setColumns] = useColumns();
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = useSearchText(query, (text) => void navigate({ search: (before) => ({ ...before, query: text }), replace: true }));
  const { hasNextPage, isFetching, fetchNextPage } = list;

  // A page of a search in a large workspace may hold nothing, and say where to go on.
  const isShort = list.isSuccess && !list.isPlaceholderData && items.length < 20 && hasNextPage;
  useEffect(() => {
    if (isShort && !isFetching) {
      void fetchNextPage();
    }
  }, [isShort, isFetching, fetchNextPage]);

  const isEmpty = list.isSuccess && items.length === 0 && !hasNextPage;
  return (
    <>
      <PageHeader
        title="Contacts"
        lead="Everyone your events have named, and everyone you add."
        actions={
          <>
            <Button variant="default" leftSection={<IconFileUpload size={16} />} onClick={() => setImporting(true)}>
              Import…
            </Button>
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              Add a contact…
            </Button>
          </>
        }
      />
      {(query !== undefined || !isEmpty) && (
        <Group justify="space-between" gap="xs" mb="md">
          <TextInput aria-label="Search contacts" placeholder="Name or email" type="search" leftSection={<IconSearch size={16} />} w={{ base: '100%', xs: 300 }} {...search} />
          <Group gap="xs">
            <NativeSelect
              aria-label="Order"
              size="xs"
              data={contactSorts.map((value) => ({ value, label: sortTitles[value] }))}
              value={sort}
              onChange={(event) => void navigate({ search: { query, sort: event.currentTarget.value === 'newest' ? undefined : (event.currentTarget.value as ContactSort) }, replace: true })}
            />
            <ColumnsMenu value={columns} onChange={setColumns} />
            <ExportMenu path="/api/contacts/export" filter={() => ({ query, sort })} unit="contact" />
          </Group>
        </Group>
      )}
      {list.isError && <ProblemAlert title="We couldn’t load the contacts" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="xs" aria-busy="true" role="status" aria-label="Loading contacts">
          {Array.from({ length: 6 }, (_, at) => (
            <Skeleton key={at} h={52} />
          ))}
        </Stack>
      )}
      {isEmpty && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {query === undefined ? (
            <EmptyState icon={IconUsers} title="No contacts yet" action={<Button onClick={() => setAdding(true)}>Add a contact…</Button>}>
              The first event with an email creates its contact. You can also add people yourself.
            </EmptyState>
          ) : (
            <EmptyState icon={IconUserSearch} title="No contact matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              Each word must appear somewhere in the name or the email.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && <ContactsTable items={items} columns={columns} />}
      {isShort && (
        <Text size="sm" c="dimmed" mt="sm" role="status">
          Searching…
        </Text>
      )}
      {hasNextPage && !isShort && (
        <Button variant="default" mt="md" onClick={() => void fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
      {importing && (
        <Suspense>
          <ImportContacts
            onClose={() => {
              setImporting(false);
              void list.refetch();
            }}
          />
        </Suspense>
      )}
      {adding && <ContactDialog onClose={() => setAdding(false)} />}
    </>
  );
}
