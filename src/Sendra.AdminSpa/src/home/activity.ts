import type { ChartPoint } from '../charts/series';
import type { BucketSize } from './queries';

interface Bucket {
  readonly from: string;
  readonly received: number;
  readonly enrolled: number;
  readonly exited: number;
}

const hour = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
// Days are counted in UTC: in another zone their midnight would read as the day before.
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });

export function toPoints(buckets: readonly Bucket[], size: BucketSize): ChartPoint[] {
  const format = size === 'hour' ? hour : day;
  return buckets.map(({ from, received, enrolled, exited }) => ({ time: format.format(new Date(from)), received, enrolled, exited }));
}
