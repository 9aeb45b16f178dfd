import type { Contact } from '../api/types';

/** What people call a contact, or nothing when it is not known. */
export function displayName({ name, firstName, lastName }: Pick<Contact, 'name' | 'firstName' | 'lastName'>): string | undefined {
  return name || [firstName, lastName].filter(Boolean).join(' ') || undefined;
}
