import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChartOverTime } from './ChartOverTime';
import type { ChartPoint, ChartSeries } from './series';
import classes from './ChartPanel.module.css';

interface ChartPanelProps {
  readonly id: string;
  readonly title: string;
  readonly beside?: ReactNode;
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
  /** What is counted how, and until when: `by day … in the last 30 days`. */
  readonly label: (totals: string) => string;
  readonly height?: number;
  /** In the chart's place, while there is none. */
  readonly children?: ReactNode;
}

/** A chart with the totals of its series, which are its legend. */
export function ChartPanel({ id, title, beside, series, points, label, height, children }: ChartPanelProps) {
  const totals = series.map((one) => ({ ...one, total: points.reduce((sum, point) => sum + Number(point[one.name] ?? 0), 0) }));
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="section" aria-labelledby={id}>
      <Group justify="space-between" gap="sm" mb="md">
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {beside}
      </Group>
      {children ?? (
        <>
          <dl className={classes.totals}>
            {totals.map(({ name, label: called, color, total }) => (
              <div key={name}>
                <dt>
                  <span className={classes.dot} style={{ background: color }} aria-hidden />
                  {called}
                </dt>
                <dd>{total.toLocaleString()}</dd>
              </div>
            ))}
          </dl>
          <ChartOverTime
            points={points}
            series={series}
            withLegend={false}
            height={height}
            label={label(totals.map(({ label: called, total }) => `${total} ${called.toLowerCase()}`).join(', '))}
          />
        </>
      )}
    </Paper>
  );
}
