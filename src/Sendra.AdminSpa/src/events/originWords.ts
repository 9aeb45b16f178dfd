import type { LoggedEvent } from '../api/types';

/** By which door an event came, in a word. */
export function originWords({ type, sourceName, automationName }: LoggedEvent['origin']): string {
  switch (type) {
    case 'api':
      return 'API';
    case 'webhook':
      return sourceName ?? 'Webhook';
    case 'automation':
      return automationName ?? 'Automation';
  }
}
