import type { Contact, CustomField } from '../api/types';
import { isNumber, numberText, parseExact, toNumber, type Json, type JsonObject } from '../common/exactJson';

/** A contact as a form has it: everything as text, empty when it is not set. */
export type ContactDraft = Readonly<Record<string, string>>;

export const names = ['externalId', 'firstName', 'lastName', 'name'] as const;

export function toDraft(contact: Contact | undefined, fields: readonly CustomField[]): ContactDraft {
  const values = parseExact(contact?.customFields ?? '{}') as JsonObject;
  return Object.fromEntries([
    ['email', contact?.email ?? ''],
    ...names.map((name) => [name, contact?.[name] ?? '']),
    ...fields.map(({ name }) => [name, textOf(values[name])]),
  ]) as ContactDraft;
}

/** What the API takes: only what changed, and null for what was emptied. What is no value of its field goes as it was typed, and is refused there. */
export function toChanges(before: ContactDraft, after: ContactDraft, fields: readonly CustomField[]): Record<string, Json> {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, text]) => text.trim() !== before[name])
      .map(([name, text]) => [name, text.trim() === '' ? null : valueOf(text.trim(), types.get(name))]),
  );
}

function textOf(value: Json | undefined): string {
  return value === undefined || value === null ? '' : isNumber(value) ? numberText(value) : String(value);
}

function valueOf(text: string, type: CustomField['type'] | undefined): Json {
  switch (type) {
    case 'number':
      return toNumber(text) ?? text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}
