import { SegmentedControl, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChartPanel } from '../charts/ChartPanel';
import { colors, type ChartSeries } from '../charts/series';
import { ProblemAlert } from '../common/ProblemAlert';
import { toPoints } from './activity';
import { activityQuery, type BucketSize } from './queries';

const series: readonly ChartSeries[] = [
  { name: 'received', label: 'Events', color: colors.neutral },
  { name: 'enrolled', label: 'Enrolled', color: colors.enrolled },
  { name: 'exited', label: 'Exited', color: colors.exited },
];
const spans: { value: BucketSize; label: string }[] = [
  { value: 'hour', label: '24 hours' },
  { value: 'day', label: '30 days' },
];

/** What arrived lately, and what it did. */
export function Activity() {
  const [bucket, setBucket] = useState<BucketSize>('hour');
  const counts = useQuery({ ...activityQuery(bucket), refetchInterval: 10_000, placeholderData: keepPreviousData });
  return (
    <ChartPanel
      id="activity"
      title="Activity"
      beside={<SegmentedControl size="xs" aria-label="Time" data={spans} value={bucket} onChange={(value) => setBucket(value as BucketSize)} />}
      series={series}
      points={counts.data !== undefined ? toPoints(counts.data.items, counts.data.bucket) : []}
      label={(totals) => `Chart by ${bucket}: ${totals} in the last ${bucket === 'hour' ? '24 hours' : '30 days, counted in UTC'}.`}
    >
      {counts.isLoadingError ? (
        <ProblemAlert title="We couldn’t load the activity" error={counts.error} onRetry={() => void counts.refetch()} />
      ) : counts.isPending ? (
        <Skeleton h={300} role="status" aria-label="Loading the activity" />
      ) : undefined}
    </ChartPanel>
  );
}
