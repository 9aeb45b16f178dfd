import type { Schemas } from '../api/client';

/** A request to try a mapping on, as it came: some senders put the event's name into a header. */
export interface Sample {
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A sample that was delivered. */
export interface KeptSample extends Sample {
  readonly id: string;
  readonly receivedAt: string;
  readonly status: string;
  readonly code: string | null;
}

/** What a delivery gives to try a mapping on; nothing when there is nothing in it to map, as in a sender's empty ping. */
export function toSample({ payload, payloadEncoding, headers }: Pick<Schemas['DeliveryDetailsResponse'], 'payload' | 'payloadEncoding' | 'headers'>): Sample | undefined {
  return payload !== null && payloadEncoding === 'text' && holdsFields(payload) ? { payload, headers: withoutTransport(headers ?? {}) } : undefined;
}

// These belong to the way one request was sent. They mean nothing to a mapping, and would be wrong for a payload that was edited.
const transport = new Set(['accept', 'accept-encoding', 'connection', 'content-encoding', 'content-length', 'host', 'transfer-encoding']);

const withoutTransport = (headers: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(headers).filter(([name]) => !transport.has(name.toLowerCase())));

// What is no JSON may be a form.
function holdsFields(payload: string): boolean {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  } catch {
    return payload.trim() !== '';
  }
}

/** `X-GitHub-Event: push`, one header per line. */
export function toHeaderLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

export function fromHeaderLines(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
    }
  }

  return headers;
}
