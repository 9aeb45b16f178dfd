import { Badge, Button, Drawer, Group, Paper, Select, Skeleton, Text } from '@mantine/core';
import { IconFilterOff, IconInbox, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Source } from '../api/types';
import { DailyChart } from '../charts/DailyChart';
import { colors } from '../charts/series';
import { EmptyState } from '../common/EmptyState';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Sentence } from '../common/Sentence';
import { Time } from '../common/Time';
import { DeliveryView } from './DeliveryView';
import { outcomeOf } from './outcome';
import { deliveriesQuery, sourceStatsQuery, useReplaySkipped } from './queries';
import { deliveryStatuses, type DeliveryStatus } from './status';
import classes from './Deliveries.module.css';

const series = [
  { name: 'processed', label: 'Processed', color: colors.processed },
  { name: 'skipped', label: 'Skipped', color: colors.skipped },
  { name: 'refused', label: 'Refused', color: colors.refused },
];

const route = getRouteApi('/app/settings/events/sources/$sourceId');

export function Deliveries({ source }: { readonly source: Source }) {
  const { status, delivery } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery({ ...deliveriesQuery(source.id, status), refetchInterval: 5_000 });
  const replay = useReplaySkipped(source.id);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <DailyChart id="deliveries-by-day" title="Deliveries by day" series={series} query={sourceStatsQuery(source.id)} />
      <Group mb="md" gap="sm" justify="space-between">
        <Select
          aria-label="Status"
          placeholder="Any status"
          clearable
          clearButtonProps={{ 'aria-label': 'Clear Status' }}
          value={status ?? null}
          onChange={(value) => void navigate({ search: value === null ? {} : { status: value as DeliveryStatus }, replace: true })}
          data={deliveryStatuses.map((value) => ({ value, label: value[0]!.toUpperCase() + value.slice(1) }))}
        />
        {source.counts.skipped > 0 && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={replay.isPending}
            onClick={() =>
              replay.mutate(undefined, {
                onSuccess: ({ processed, skipped }) => notifyDone(`${processed} processed, ${skipped} still skipped.`),
                onError: (failure) => notifyProblem('We couldn’t replay all deliveries', failure),
              })
            }
          >
            Replay all skipped
          </Button>
        )}
      </Group>
      {list.isError && <ProblemAlert title="We couldn’t load the deliveries" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={180} radius="lg" role="status" aria-label="Loading deliveries" />}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" className={classes.frame}>
          {status ? (
            <EmptyState icon={IconFilterOff} title={`Nothing was ${status === 'duplicate' ? 'a duplicate' : status}`} action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all</Button>}>
              No delivery of this source has this status.
            </EmptyState>
          ) : (
            <EmptyState icon={IconInbox} title="Nothing has been delivered yet">
              Paste the URL above into the sender and send a test. It shows up here at once, even if it can’t be mapped.
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((one) => (
            <li key={one.id} className={classes.row}>
              <Badge size="sm" className={classes[one.status]}>
                {one.status}
              </Badge>
              <div className={classes.words}>
                <Link to="." search={(before) => ({ ...before, delivery: one.id })} resetScroll={false} className={classes.open}>
                  {one.reason ? <Sentence text={one.reason} /> : outcomeOf(one)}
                </Link>
              </div>
              <Text size="sm" c="dimmed" className={classes.time}>
                <Time iso={one.receivedAt} as="ago" />
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
      <Drawer
        opened={delivery !== undefined}
        onClose={() => void navigate({ search: (before) => ({ ...before, delivery: undefined }), resetScroll: false })}
        position="right"
        size="lg"
        title="Delivery"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {delivery && <DeliveryView id={delivery} sourceId={source.id} />}
      </Drawer>
    </>
  );
}
