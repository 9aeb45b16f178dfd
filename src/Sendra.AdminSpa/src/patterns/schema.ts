import type { Pattern } from '../api/types';

export type SchemaProperty = Pattern['properties'][number];
export type SchemaType = SchemaProperty['type'];
export type Enforcement = Pattern['enforcement'];

// A type or an enforcement without its words does not compile.
const typeWords: Record<SchemaType, string> = { text: 'Text', number: 'Number', boolean: 'True or false', date: 'Date', object: 'Object', list: 'List' };
const enforcementWords: Record<Enforcement, string> = { none: 'Accept it', warn: 'Accept it with a warning', reject: 'Refuse it' };

export const types = (Object.keys(typeWords) as SchemaType[]).map((value) => ({ value, label: typeWords[value] }));
export const enforcements = (Object.keys(enforcementWords) as Enforcement[]).map((value) => ({ value, label: enforcementWords[value] }));

export const typeLabel = (type: SchemaType) => typeWords[type];

/** A property as the editor holds it: with a key of its own, and with allowed values as they are typed. */
export interface DraftProperty {
  readonly key: string;
  readonly name: string;
  readonly type: SchemaType;
  readonly required: boolean;
  readonly allowed: readonly string[];
}

export const mayBeAllowed = (type: SchemaType) => type === 'text' || type === 'number' || type === 'boolean';

let made = 0;

export const emptyProperty = (): DraftProperty => ({ key: `new ${++made}`, name: '', type: 'text', required: false, allowed: [] });

export function toDraft({ name, type, required, allowed }: SchemaProperty): DraftProperty {
  return { key: `saved ${++made}`, name, type, required, allowed: (allowed ?? []).map(String) };
}

export function toProperty({ name, type, required, allowed }: DraftProperty) {
  return { name, type, required, allowed: allowed.length > 0 && mayBeAllowed(type) ? allowed.map((value) => toValue(type, value)) : undefined };
}

// What is no value of the type goes as text, and the API says so.
function toValue(type: SchemaType, text: string): string | number | boolean {
  if (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) {
    return Number(text);
  }

  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}

/** What a schema does, in a few words; none for one that asks nothing. */
export function schemaWords({ properties, enforcement }: Pick<Pattern, 'properties' | 'enforcement'>): string | undefined {
  if (properties.length === 0) {
    return undefined;
  }

  const count = `${properties.length} ${properties.length === 1 ? 'property' : 'properties'}`;
  return enforcement === 'none' ? `Schema of ${count}` : `Schema of ${count}: ${enforcement === 'warn' ? 'warns' : 'refuses'}`;
}

/** The path by which conditions read a property of an event: what a path would read as its own is marked. */
export const pathOf = (name: string) => name.replace(/[\\.[]/g, '\\$&');
