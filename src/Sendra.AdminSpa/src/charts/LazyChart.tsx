import { Skeleton } from '@mantine/core';
import { lazy, Suspense, type ComponentProps } from 'react';

const ChartOverTime = lazy(() => import('./ChartOverTime'));

/** The chart, whose library comes after the page. */
export function LazyChart(props: ComponentProps<typeof ChartOverTime>) {
  return (
    <Suspense fallback={<Skeleton h={props.height ?? 220} role="status" aria-label="Loading the chart" />}>
      <ChartOverTime {...props} />
    </Suspense>
  );
}
