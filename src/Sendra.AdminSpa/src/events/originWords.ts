import type { LoggedEvent } from '../api/types';

/** Other products' own names. */
export const clientNames: Record<NonNullable<LoggedEvent['origin']['client']>, string> = {
  resend: 'Resend',
  loops: 'Loops',
  segment: 'Segment',
  customerio: 'Customer.io',
  plunk: 'Plunk',
};

/** By which door an event came, in a word. */
export function originWords({ type, sourceName, automationName, client }: LoggedEvent['origin']): string {
  switch (type) {
    case 'api':
      return client ? `${clientNames[client]} client` : 'API';
    case 'webhook':
      return sourceName ?? 'Webhook';
    case 'automation':
      return automationName ?? 'Automation';
  }
}
