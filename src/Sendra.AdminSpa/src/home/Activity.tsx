import { Group, Paper, SegmentedControl, Skeleton, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LazyChart } from '../charts/LazyChart';
import { colors, type ChartSeries } from '../charts/series';
import { ProblemAlert } from '../common/ProblemAlert';
import { toPoints, totals } from './activity';
import { activityQuery, type BucketSize } from './queries';
import classes from './Activity.module.css';

const series: readonly ChartSeries[] = [
  { name: 'received', label: 'Events', color: colors.neutral, type: 'bar' },
  { name: 'enrolled', label: 'Enrolled', color: colors.enrolled, type: 'bar' },
  { name: 'exited', label: 'Exited', color: colors.exited, type: 'bar' },
];
const spans: { value: BucketSize; label: string }[] = [
  { value: 'hour', label: '24 hours' },
  { value: 'day', label: '30 days' },
];

/** What arrived lately, and what it did. */
export function Activity() {
  const [bucket, setBucket] = useState<BucketSize>('hour');
  const counts = useQuery({ ...activityQuery(bucket), refetchInterval: 10_000, placeholderData: keepPreviousData });
  const sum = totals(counts.data?.items ?? []);
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="section" aria-labelledby="activity">
      <Group justify="space-between" gap="sm" mb="md">
        <Title order={2} size="h5" id="activity">
          Activity
        </Title>
        <SegmentedControl size="xs" aria-label="Time" data={spans} value={bucket} onChange={(value) => setBucket(value as BucketSize)} />
      </Group>
      {counts.isError && <ProblemAlert title="We couldn’t load the activity" error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.isPending && <Skeleton h={300} role="status" aria-label="Loading the activity" />}
      {counts.isSuccess && (
        <>
          <dl className={classes.totals}>
            {series.map(({ name, label, color }) => (
              <div key={name}>
                <dt>
                  <span className={classes.dot} style={{ background: color }} aria-hidden />
                  {label}
                </dt>
                <dd>{sum[name as keyof typeof sum].toLocaleString()}</dd>
              </div>
            ))}
          </dl>
          <LazyChart
            points={toPoints(counts.data.items, counts.data.bucket)}
            series={series}
            withLegend={false}
            label={`Chart by ${bucket}: ${sum.received} events, ${sum.enrolled} enrolled, ${sum.exited} exited in the last ${bucket === 'hour' ? '24 hours' : '30 days, counted in UTC'}.`}
          />
        </>
      )}
    </Paper>
  );
}
