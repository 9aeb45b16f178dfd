import { Badge, Button, Paper, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconFilterOff, IconMail, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { useSearchText } from '../common/useSearchText';
import { templatesQuery } from './queries';
import classes from './TemplatesPage.module.css';

const route = getRouteApi('/app/templates');

export default function TemplatesPage() {
  const { query } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(templatesQuery(query));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = useSearchText(query, (text) => void navigate({ search: { query: text }, replace: true }));
  const create = (
    <ButtonTo to="/templates/new" leftSection={<IconPlus size={16} />}>
      New template
    </ButtonTo>
  );

  return (
    <>
      <PageHeader title="Templates" lead="What your emails say. Automations send them." actions={create} />
      {(query !== undefined || items.length > 0) && (
        <TextInput aria-label="Search by name" placeholder="Search by name" type="search" leftSection={<IconSearch size={16} />} maw={320} mb="md" {...search} />
      )}
      {list.isError && <ProblemAlert title="We couldn’t load the templates" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack gap="xs" aria-busy="true" role="status" aria-label="Loading templates">
          {Array.from({ length: 4 }, (_, at) => (
            <Skeleton key={at} h={64} />
          ))}
        </Stack>
      )}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {query === undefined ? (
            <EmptyState icon={IconMail} title="Create your first template" action={create}>
              Start from a finished email, such as a welcome or a receipt, and make it yours. Automations send it.
            </EmptyState>
          ) : (
            <EmptyState icon={IconFilterOff} title="No template matches" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              Try a shorter name.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map(({ id, name, subject, format, version, updatedAt }) => (
            <li key={id} className={classes.row}>
              <div className={classes.what}>
                <Link to="/templates/$templateId" params={{ templateId: id }} className={classes.open}>
                  {name}
                </Link>
                <Text size="sm" c="dimmed" truncate title={subject}>
                  {subject}
                </Text>
              </div>
              {format === 'mjml' && (
                <Badge size="sm" variant="light" color="gray" className={classes.format}>
                  MJML
                </Badge>
              )}
              <Text size="sm" c="dimmed" className={classes.since} component="div">
                version {version}, <Time iso={updatedAt} as="ago" />
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
