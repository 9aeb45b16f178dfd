import type { ChartPoint } from '../../charts/series';
import type { SimulationResult } from './useSimulation';

const format = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const dayMs = 86_400_000;
/** More would be thinner than a pixel. */
const most = 400;

/** A point for each day, also for those without a decision: a gap in time must look like one. */
export function everyDay(days: SimulationResult['days'], from: string | null, to: string): ChartPoint[] {
  const known = new Map(days.map((one) => [startOf(one.from), one]));
  const last = startOf(to);
  const first = Math.max(startOf(from ?? days[0]?.from ?? to), last - (most - 1) * dayMs);
  const points: ChartPoint[] = [];
  for (let at = first; at <= last; at += dayMs) {
    const { enrolled = 0, exited = 0, notEnrolled = 0 } = known.get(at) ?? {};
    points.push({ time: format.format(at), enrolled, exited, notEnrolled });
  }

  return points;
}

function startOf(iso: string): number {
  return Math.floor(Date.parse(iso) / dayMs) * dayMs;
}
