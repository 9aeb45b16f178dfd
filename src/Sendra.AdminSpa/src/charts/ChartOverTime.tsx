import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ChartSeries, ChartPoint } from './series';
import classes from './ChartOverTime.module.css';

interface ChartOverTimeProps {
  readonly points: readonly ChartPoint[];
  readonly series: readonly ChartSeries[];
  /** What the chart says, for those who don't see it. */
  readonly label: string;
  /** Left out where the series' names stand beside their totals. */
  readonly withLegend?: boolean;
  readonly height?: number | undefined;
}

/** Numbers over hours or days. Only for pages that draw: the library is loaded with it. */
export default function ChartOverTime({ points, series, label, withLegend = true, height = 220 }: ChartOverTimeProps) {
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={height}
        data={[...points]}
        dataKey="time"
        series={[...series]}
        withLegend={withLegend}
        legendProps={{ verticalAlign: 'bottom' }}
        maxBarWidth={28}
        gridAxis="x"
        tickLine="none"
        xAxisProps={{ minTickGap: 28, tickMargin: 8 }}
        yAxisProps={{ allowDecimals: false, width: 44 }}
        valueFormatter={(value) => value.toLocaleString()}
        // The figures stand in the label; arrow keys over bars would only be one more stop.
        barChartProps={{ accessibilityLayer: false, barGap: 0, barCategoryGap: '14%' }}
        classNames={{ axis: classes.axis, legendItem: classes.legendItem }}
      />
    </div>
  );
}
