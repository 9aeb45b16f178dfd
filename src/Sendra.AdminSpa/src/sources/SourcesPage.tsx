import { Badge, Button, Group, Paper, Skeleton, Text } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CopyButton } from '../common/CopyButton';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { sourcesQuery } from './sourcesQuery';
import { SourceState } from './SourceState';
import classes from './SourcesPage.module.css';

export default function SourcesPage() {
  const list = useInfiniteQuery(sourcesQuery);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <ButtonTo to="/settings/events/sources/new" leftSection={<IconPlus size={16} />}>
      New source
    </ButtonTo>
  );

  if (list.isLoadingError) {
    return <ProblemAlert title="We couldn’t load the sources" error={list.error} onRetry={() => void list.refetch()} />;
  }

  if (list.isPending) {
    return <Skeleton h={200} radius="lg" role="status" aria-label="Loading sources" />;
  }

  if (items.length === 0) {
    return (
      <Paper withBorder radius="lg" className={classes.frame}>
        <EmptyState icon={IconWebhook} title="Turn any webhook into events" action={create}>
          A source gives you a URL to paste into Stripe, GitHub, Shopify or a form. You point out the email and the event’s name. No code needed.
        </EmptyState>
      </Paper>
    );
  }

  return (
    <>
      <Group justify="flex-end" mb="md">
        {create}
      </Group>
      <Paper withBorder radius="lg" className={classes.frame} component="ul">
        {items.map((source) => (
          <li key={source.id} className={classes.row}>
            <div className={classes.words}>
              <Group gap="xs">
                <LinkTo to="/settings/events/sources/$sourceId" params={{ sourceId: source.id }} fw={600} size="sm" c="var(--mantine-color-text)">
                  {source.name}
                </LinkTo>
                {!source.enabled && (
                  <Badge size="sm" className={classes.off}>
                    disabled
                  </Badge>
                )}
              </Group>
              <Text size="sm" c="dimmed">
                {source.kind === 'client' ? 'Client calls that didn’t become events' : `${source.counts.processed.toLocaleString()} processed`}
                {source.counts.skipped > 0 && (
                  <>
                    {' · '}
                    <LinkTo to="/settings/events/sources/$sourceId" params={{ sourceId: source.id }} search={{ status: 'skipped' }} size="sm" underline="always">
                      {source.counts.skipped.toLocaleString()} skipped
                    </LinkTo>
                  </>
                )}
                {source.counts.duplicate > 0 && ` · ${source.counts.duplicate.toLocaleString()} duplicate`}
                {source.counts.refused > 0 && ` · ${source.counts.refused.toLocaleString()} refused`}
              </Text>
              <SourceState source={source} />
            </div>
            {source.kind === 'webhook' && source.url !== null && <CopyButton value={source.url} label={`Copy the URL of ${source.name}`} />}
          </li>
        ))}
      </Paper>
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </>
  );
}
