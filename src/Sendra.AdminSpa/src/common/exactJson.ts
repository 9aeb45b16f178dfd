/** A value of JSON. Numbers that a double would change stand as marked texts; see parseExact. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type JsonObject = { readonly [name: string]: Json };

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;
const mark = '\u0000';

/** Parses JSON so that stringifyExact writes the same digits again: ids of orders have more of them than a double holds. */
export function parseExact(json: string): unknown {
  return JSON.parse(json.replace(token, (text) => (text.startsWith('"') || String(Number(text)) === text ? text : JSON.stringify(mark + text))));
}

export function stringifyExact(value: unknown): string {
  return JSON.stringify(value).replace(/"\\u0000(-?\d[\d.eE+-]*)"/g, '$1');
}

export function isNumber(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.startsWith(mark));
}

export function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && !value.startsWith(mark);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number's digits as they were written. */
export function numberText(value: Json): string {
  return typeof value === 'string' ? value.slice(mark.length) : String(value);
}

/** A number with all the digits that were typed, or null where there is none. */
export function toNumber(text: string): Json {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? (parseExact(text) as Json) : null;
}
