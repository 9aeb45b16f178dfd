import type { Suppression } from '../api/types';

export const scopes: { readonly value: Suppression['scope']; readonly label: string; readonly text: string }[] = [
  { value: 'marketing', label: 'Marketing', text: 'Receipts and other transactional emails still arrive.' },
  { value: 'all', label: 'All email', text: 'Nothing is sent, not even transactional email.' },
];

export const origins: { readonly value: Suppression['origin']; readonly label: string; readonly why: string }[] = [
  { value: 'unsubscribe', label: 'Unsubscribed', why: 'unsubscribed' },
  { value: 'bounce', label: 'Bounced', why: 'email bounced' },
  { value: 'complaint', label: 'Complained', why: 'reported as spam' },
  { value: 'manual', label: 'Added by hand', why: 'added by hand' },
  { value: 'import', label: 'Imported', why: 'imported' },
];

export function whyOf(origin: Suppression['origin']): string {
  return origins.find(({ value }) => value === origin)?.why ?? origin;
}
