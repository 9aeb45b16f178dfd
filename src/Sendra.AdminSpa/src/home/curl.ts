export interface SampleEvent {
  readonly email: string;
  readonly eventName: string;
  readonly eventProperties: unknown;
  readonly contactProperties: unknown;
}

export const sampleEvent: SampleEvent = {
  email: 'ada@example.com',
  eventName: 'signUp',
  eventProperties: { plan: 'pro', referrer: 'newsletter' },
  contactProperties: { firstName: 'Ada' },
};

/** A text as one word of a POSIX shell, whatever it holds. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function sendCurl(origin: string, apiKey: string, event: SampleEvent): string {
  return [
    `curl -sS ${origin}/api/events/send \\`,
    `  -H ${shellWord(`Authorization: Bearer ${apiKey}`)} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${shellWord(JSON.stringify(event, null, 2))}`,
  ].join('\n');
}
