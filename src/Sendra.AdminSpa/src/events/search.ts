import { readChoice, readFlag, readText, readTexts } from '../common/search';

export const ranges = { '1h': 'Last hour', '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days' } as const;

export type Range = keyof typeof ranges;

const hours: Record<Range, number> = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 };

/** The log's filters as they stand in the URL, so that a link carries them. */
export interface LogSearch {
  readonly name?: string[] | undefined;
  readonly email?: string | undefined;
  readonly range?: Range | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly declared?: boolean | undefined;
  readonly effect?: boolean | undefined;
  readonly origin?: 'api' | 'webhook' | undefined;
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
    origin: readChoice(search.origin, ['api', 'webhook']),
    event: readText(search.event),
  };
}

/** What the API is asked; a range counts back from now. */
export function toFilter(search: LogSearch, now: number) {
  const from = search.range ? new Date(now - hours[search.range] * 3_600_000).toISOString() : search.from;
  return {
    eventName: search.name,
    emailPrefix: search.email,
    from,
    to: search.to,
    declared: search.declared,
    hasEffect: search.effect,
    origin: search.origin,
  };
}

/** The same for what is still to come: a range that counts back from now lets all of it in. */
export function toStreamFilter(search: LogSearch) {
  return toFilter({ ...search, range: undefined }, 0);
}

export function isFiltered({ name, email, range, from, to, declared, effect, origin }: LogSearch): boolean {
  return [name, email, range, from, to, declared, effect, origin].some((one) => one !== undefined);
}

function readTime(value: unknown): string | undefined {
  const text = readText(value);
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
