import { Box } from '@mantine/core';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { ChartPanel } from './ChartPanel';
import type { ChartSeries } from './series';

/** Counts of the last days in the workspace's time zone. */
interface DailyCounts {
  readonly timeZone: string;
  readonly items: readonly ({ readonly date: string } & Readonly<Record<string, string | number>>)[];
}

interface DailyChartProps<T extends DailyCounts> {
  readonly id: string;
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly query: UseQueryOptions<T, Error, T, string[]>;
}

// A date without a time; in another zone its midnight would read as the day before.
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** What each of the last 30 days brought; nothing while they brought nothing, or can't be loaded. */
export function DailyChart<T extends DailyCounts>({ id, title, series, query }: DailyChartProps<T>) {
  // Ended days don't change, and today's is no stopwatch.
  const { data } = useQuery({ ...query, refetchInterval: 60_000, staleTime: 10_000 });
  if (data === undefined || data.items.every((one) => series.every(({ name }) => one[name] === 0))) {
    return null;
  }

  return (
    <Box mb="md">
      <ChartPanel
        id={id}
        title={title}
        series={series}
        points={data.items.map(({ date, ...counts }) => ({ ...counts, time: day.format(new Date(date)) }))}
        height={150}
        label={(totals) => `Chart by day: ${totals} in the last ${data.items.length} days (${data.timeZone}).`}
      />
    </Box>
  );
}
