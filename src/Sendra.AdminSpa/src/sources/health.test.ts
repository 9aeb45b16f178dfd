import { expect, it } from 'vitest';
import { checkOf, healthOf } from './health';

const none = { processed: 0, skipped: 0, duplicate: 0, refused: 0, ignored: 0, handshake: 0 };
const source = { kind: 'webhook' as const, lastDay: none, lastDeliveryAt: '2026-01-01T00:00:00Z' };

it('says how a source fared lately', () => {
  expect(healthOf({ ...source, lastDeliveryAt: null })).toEqual({ health: 'quiet', words: 'Nothing received yet' });
  expect(healthOf(source)).toEqual({ health: 'quiet', words: 'Nothing received in the last 24 hours' });
  expect(healthOf({ ...source, lastDay: { ...none, processed: 1 } })).toEqual({ health: 'good', words: '1 delivery in the last 24 hours, none skipped' });
  expect(healthOf({ ...source, lastDay: { ...none, processed: 9, skipped: 2, refused: 1 } })).toEqual({ health: 'bad', words: '12 deliveries in the last 24 hours: 2 skipped, 1 refused' });
});

it('says what is known of the sender', () => {
  const signature = { scheme: 'stripe', secretCount: 0 } as const;
  expect(checkOf({ kind: 'webhook', signature: null })).toBe('No signature check');
  expect(checkOf({ kind: 'webhook', signature })).toBe('Signature: waiting for the secret');
  expect(checkOf({ kind: 'webhook', signature: { ...signature, secretCount: 1 } })).toBe('Signature: checked');
  expect(checkOf({ kind: 'webhook', signature: { ...signature, scheme: 'sns' } })).toBe('Signature: checked');
});
