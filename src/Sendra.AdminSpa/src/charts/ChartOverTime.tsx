import { useState } from 'react';
import type { ChartPoint, ChartSeries } from './series';
import { ticks } from './ticks';
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

const mostTimes = 8;

/** Numbers over hours or days as bars, too plain for a library. */
export function ChartOverTime({ points, series, label, withLegend = true, height = 220 }: ChartOverTimeProps) {
  const [pointed, setPointed] = useState<number>();
  const count = (point: ChartPoint, name: string) => Number(point[name] ?? 0);
  const lines = ticks(Math.max(0, ...points.flatMap((point) => series.map(({ name }) => count(point, name)))));
  const top = lines.at(-1)!;
  const every = Math.ceil(points.length / mostTimes);
  // Counted from the end: what is new is what is looked for.
  const fromEnd = (at: number) => points.length - 1 - at;
  const shown = pointed === undefined ? undefined : points[pointed];
  return (
    <div role="img" aria-label={label}>
      <div className={classes.plot} style={{ height }} onPointerLeave={() => setPointed(undefined)}>
        {lines.map((line) => (
          <div key={line} className={classes.line} style={{ bottom: `${(line / top) * 100}%` }}>
            <span>{line.toLocaleString()}</span>
          </div>
        ))}
        <div className={classes.points}>
          {points.map((point, at) => (
            <div key={at} className={classes.point} onPointerEnter={() => setPointed(at)}>
              {series.map(({ name, color }) => (
                <div key={name} className={classes.bar} style={{ height: `${(count(point, name) / top) * 100}%`, background: color }} />
              ))}
              {fromEnd(at) % every === 0 && (
                <span className={classes.time} data-spare={fromEnd(at) % (2 * every) !== 0 || undefined}>
                  {point.time}
                </span>
              )}
            </div>
          ))}
        </div>
        {shown !== undefined && (
          <div className={classes.figures} data-left={pointed! > points.length / 2 || undefined} style={{ left: `${((pointed! + 0.5) / points.length) * 100}%` }}>
            <strong>{shown.time}</strong>
            {series.map(({ name, label: called, color }) => (
              <div key={name} className={classes.key}>
                <i style={{ background: color }} />
                {called}
                <b>{count(shown, name).toLocaleString()}</b>
              </div>
            ))}
          </div>
        )}
      </div>
      {withLegend && (
        <div className={classes.legend}>
          {series.map(({ name, label: called, color }) => (
            <span key={name} className={classes.key}>
              <i style={{ background: color }} />
              {called}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
