import { Button, Paper, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { useSearchText } from '../common/useSearchText';
import { displayName } from './displayName';
import { contactsQuery } from './queries';
import classes from './ContactsPage.module.css';

const route = getRouteApi('/app/contacts');

export default function ContactsPage() {
  const { query } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(contactsQuery(query));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = useSearchText(query, (text) => void navigate({ search: { query: text }, replace: true }));

  return (
    <>
      <PageHeader title="Contacts" lead="Everyone an event has named. A contact is made by the first event with their email." />
      {(query !== undefined || items.length > 0) && (
        <TextInput aria-label="Search by email" placeholder="Email starts with …" type="search" leftSection={<IconSearch size={16} />} maw={320} mb="md" {...search} />
      )}
      {list.isError && <ProblemAlert title="The contacts could not be loaded" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="xs" aria-busy="true" role="status" aria-label="Loading contacts">
          {Array.from({ length: 6 }, (_, at) => (
            <Skeleton key={at} h={52} />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {query === undefined ? (
            <EmptyState icon={IconUsers} title="No contacts yet" action={<ButtonTo to="/">Send the first event</ButtonTo>}>
              You don’t have to add anyone: the first event with an email makes the contact.
            </EmptyState>
          ) : (
            <EmptyState icon={IconUserSearch} title="No contact matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              The search looks at the beginning of the email.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((contact) => (
            <li key={contact.id} className={classes.row}>
              <span className={classes.initial} aria-hidden>
                {(displayName(contact) ?? contact.email).slice(0, 1).toUpperCase()}
              </span>
              <div className={classes.who}>
                <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className={classes.open}>
                  {contact.email}
                </Link>
                <Text size="sm" c="dimmed" truncate>
                  {displayName(contact) ?? 'No name'}
                  {contact.externalId !== null && ` · ${contact.externalId}`}
                </Text>
              </div>
              <Text size="sm" c="dimmed" className={classes.since}>
                since <Time iso={contact.createdAt} as="ago" />
              </Text>
            </li>
          ))}
        </Paper>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </>
  );
}
