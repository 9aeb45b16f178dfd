const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const backFilledAfterSeconds = 60;
const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** In the reader's own time zone and language. */
export function localTime(iso: string): string {
  return local.format(new Date(iso));
}

/** The day and the time to the minute, for where there is little room. */
export function shortTime(iso: string): string {
  return short.format(new Date(iso));
}

/** The day in the reader's own time zone, without the time. */
export function localDay(iso: string): string {
  return day.format(new Date(iso));
}

/** The time of the day, in the reader's own time zone. */
export function localClock(iso: string): string {
  return clock.format(new Date(iso));
}

/** `2026-01-31 12:00:00.250 UTC` */
export function utcTime(iso: string): string {
  return `${new Date(iso).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}

/** `5 minutes ago`. What happened is never still to come, though this clock may be behind the server's. */
export function timeAgo(iso: string, now: number): string {
  return relativeTime(Math.min(0, secondsFrom(iso, now)), 'just now');
}

/** `in 7 days`. What is still to come is never over by a difference between clocks. */
export function timeUntil(iso: string, now: number): string {
  return relativeTime(Math.max(0, secondsFrom(iso, now)), 'now');
}

/** Whether an event is told of so late that the time of its arrival alone would mislead. */
export function isBackFilled(receivedAt: string, occurredAt: string | null | undefined): occurredAt is string {
  return occurredAt !== null && occurredAt !== undefined && secondsFrom(occurredAt, new Date(receivedAt).getTime()) < -backFilledAfterSeconds;
}

function secondsFrom(iso: string, now: number): number {
  return (new Date(iso).getTime() - now) / 1000;
}

function relativeTime(seconds: number, near: string): string {
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) {
      return relative.format(Math.trunc(seconds / length), unit);
    }
  }

  return Math.abs(seconds) < 10 ? near : relative.format(Math.trunc(seconds), 'second');
}

/** What an input of type datetime-local holds, from an instant; and back. */
export function toLocalInput(iso: string | undefined): string {
  if (iso === undefined) {
    return '';
  }

  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function fromLocalInput(text: string): string | undefined {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
