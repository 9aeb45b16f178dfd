import { readChoice, readFlag, readText, readTexts } from '../common/search';

export const ranges = {
  '1h': 'Last hour',
  today: 'Today',
  yesterday: 'Yesterday',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
} as const;

export type Range = keyof typeof ranges;

const hours = { '1h': 1, '24h': 24, '7d': 168, '30d': 720, '90d': 2160 } as const;

/** The log's filters as they stand in the URL, so that a link carries them. */
export interface LogSearch {
  readonly name?: string[] | undefined;
  readonly email?: string | undefined;
  readonly range?: Range | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly declared?: boolean | undefined;
  readonly effect?: boolean | undefined;
  readonly origin?: 'api' | 'webhook' | 'automation' | undefined;
  /** The id of a source. */
  readonly source?: string | undefined;
  /** The event that is open beside the log; no filter. */
  readonly event?: string | undefined;
}

export function readLogSearch(search: Record<string, unknown>): LogSearch {
  const range = readChoice(search.range, Object.keys(ranges) as Range[]);
  return {
    name: readTexts(search.name),
    email: readText(search.email),
    range,
    from: range ? undefined : readTime(search.from),
    to: range ? undefined : readTime(search.to),
    declared: readFlag(search.declared),
    effect: readFlag(search.effect),
    origin: readChoice(search.origin, ['api', 'webhook', 'automation']),
    source: readText(search.source),
    event: readText(search.event),
  };
}

/** What the API is asked; a range counts back from now. */
export function toFilter(search: LogSearch, now: number) {
  const { from, to } = search.range ? bounds(search.range, now) : search;
  return {
    eventName: search.name,
    emailPrefix: search.email,
    from,
    to,
    declared: search.declared,
    hasEffect: search.effect,
    origin: search.origin,
    sourceId: search.source,
  };
}

/** The same for what is still to come: a range that counts back from now lets all of it in, a day that is over nothing. */
export function toStreamFilter(search: LogSearch, now: number) {
  const isOver = search.range !== undefined && bounds(search.range, now).to !== undefined;
  return toFilter(isOver ? search : { ...search, range: undefined }, now);
}

export function isFiltered({ event: _, ...filters }: LogSearch): boolean {
  return Object.values(filters).some((one) => one !== undefined);
}

/** Days are those of the reader's calendar. */
function bounds(range: Range, now: number): { from: string; to?: string } {
  if (range === 'today' || range === 'yesterday') {
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    const before = new Date(midnight);
    before.setDate(before.getDate() - 1);
    const today = new Date(midnight).toISOString();
    return range === 'today' ? { from: today } : { from: before.toISOString(), to: today };
  }

  return { from: new Date(now - hours[range] * 3_600_000).toISOString() };
}

function readTime(value: unknown): string | undefined {
  const text = readText(value);
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
