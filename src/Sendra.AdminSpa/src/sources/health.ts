import type { Source } from '../api/types';

export type Health = 'good' | 'bad' | 'quiet';

interface HealthInWords {
  readonly health: Health;
  readonly words: string;
}

/** How a source fared in the last 24 hours. */
export function healthOf({ kind, lastDay, lastDeliveryAt }: Pick<Source, 'kind' | 'lastDay' | 'lastDeliveryAt'>): HealthInWords {
  if (lastDeliveryAt === null) {
    return { health: 'quiet', words: kind === 'client' ? 'Everything became an event' : 'Nothing received yet' };
  }

  const { processed, skipped, refused, duplicate, ignored, handshake } = lastDay;
  const all = processed + skipped + refused + duplicate + ignored + handshake;
  if (all === 0) {
    return { health: 'quiet', words: 'Nothing received in the last 24 hours' };
  }

  const count = `${all.toLocaleString()} ${all === 1 ? 'delivery' : 'deliveries'} in the last 24 hours`;
  if (skipped + refused === 0) {
    return { health: 'good', words: `${count}, none skipped` };
  }

  const troubles = [skipped > 0 && `${skipped.toLocaleString()} skipped`, refused > 0 && `${refused.toLocaleString()} refused`].filter(Boolean);
  return { health: 'bad', words: `${count}: ${troubles.join(', ')}` };
}

/** Whether it is known that deliveries come from the sender. */
export function checkOf({ kind, signature }: Pick<Source, 'kind'> & { readonly signature: Source['signature'] | null }): string {
  return kind === 'client' ? 'Checked by the API key'
    : signature === null ? 'No signature check'
    : signature.secretCount === 0 && signature.scheme !== 'sns' && !signature.publicKeys?.length ? 'Signature: waiting for the secret'
    : 'Signature: checked';
}
