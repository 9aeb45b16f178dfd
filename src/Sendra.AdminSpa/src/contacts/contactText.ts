import type { Contact } from '../api/types';
import { isObject, parseExact, type Json, type JsonObject } from '../common/exactJson';
import { members, prettyText } from '../common/jsonText';

/** A contact to try something on: its email, and the JSON text of an object with what else is known of it. */
export interface ContactText {
  readonly email: string;
  readonly properties: string;
}

/** A stored contact, to be changed and tried. */
export function toContactText({ email, externalId, firstName, lastName, name, customFields }: Pick<Contact, 'email' | 'externalId' | 'firstName' | 'lastName' | 'name' | 'customFields'>): ContactText {
  const own = Object.entries({ externalId, firstName, lastName, name }).map(([key, value]) => [key, JSON.stringify(value)] as const);
  const known = [...own, ...members(customFields ?? '{}')].filter(([, value]) => value !== 'null');
  return { email, properties: prettyText(`{${known.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`) };
}

/** As the API takes it; undefined while the text is no JSON object. */
export function fromContactText({ email, properties }: ContactText): JsonObject | undefined {
  try {
    const value = properties.trim() === '' ? {} : (parseExact(properties) as Json);
    return isObject(value) ? { ...value, email: email.trim() } : undefined;
  } catch {
    return undefined;
  }
}
