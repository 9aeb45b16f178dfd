import { Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { Sentence } from '../common/Sentence';
import { Time } from '../common/Time';
import { sourcesQuery } from '../sources/sourcesQuery';
import { skippedQuery } from './queries';
import classes from './SkippedDeliveries.module.css';

/** Webhook deliveries that no mapping could read: kept, waiting for somebody to mend it. */
export function SkippedDeliveries() {
  const skipped = useQuery({ ...skippedQuery, refetchInterval: 10_000 });
  const sources = useInfiniteQuery(sourcesQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  if (skipped.data !== undefined && skipped.data.items.length === 0 && sources.length === 0) {
    return null;
  }

  return (
    <section aria-labelledby="skipped">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="skipped">
          Skipped deliveries
        </Title>
        <LinkTo to="/settings/events/sources" size="sm">
          All sources →
        </LinkTo>
      </Group>
      {skipped.isError && <ProblemAlert title="We couldn’t load the skipped deliveries" error={skipped.error} onRetry={() => void skipped.refetch()} />}
      {skipped.isPending && <Skeleton h={120} radius="lg" role="status" aria-label="Loading skipped deliveries" />}
      {skipped.data !== undefined && (
        <Paper withBorder radius="lg" className={classes.frame}>
          {skipped.data.items.length === 0 ? (
            <Group gap="sm" wrap="nowrap" p="md">
              <IconCircleCheck size={20} className={classes.good} aria-hidden />
              <Text size="sm">No deliveries were skipped.</Text>
            </Group>
          ) : (
            <ul className={classes.list}>
              {skipped.data.items.map((one) => (
                <li key={one.id} className={classes.row}>
                  <div className={classes.words}>
                    <LinkTo to="/settings/events/sources/$sourceId" params={{ sourceId: one.sourceId }} search={{ status: 'skipped', delivery: one.id }} fw={600} size="sm">
                      {names.get(one.sourceId) ?? 'A source'}
                    </LinkTo>
                    <Text size="sm" c="dimmed">
                      {one.reason ? <Sentence text={one.reason} /> : 'Its payload is no longer kept.'}
                    </Text>
                  </div>
                  <Text size="sm" c="dimmed" className={classes.time}>
                    <Time iso={one.receivedAt} as="ago" />
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </Paper>
      )}
    </section>
  );
}
