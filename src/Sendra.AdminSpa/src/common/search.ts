/** Search parameters as people write them: `?name=a&name=b`, no JSON. */
export type RawSearch = Record<string, string | string[]>;

export function parseSearch(text: string): RawSearch {
  // An object would take some names, like __proto__, for parts of its own.
  const result = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const before = result.get(name);
    result.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }

  return Object.fromEntries(result);
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        parameters.append(name, String(one));
      }
    }
  }

  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Makes every parameter optional, so that links name only what they set. */
export function optional<T extends object>(read: (search: Record<string, unknown>) => T): (search: Record<string, unknown>) => Partial<T> {
  return read;
}

/** One text, or nothing. */
export function readText(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
}

/** Texts, or nothing when there are none. */
export function readTexts(value: unknown): string[] | undefined {
  const all = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
  return all.length === 0 ? undefined : all;
}

export function readChoice<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  const one = readText(value);
  return choices.find((choice) => choice === one);
}

/** A whole number from 1, or nothing. */
export function readNumber(value: unknown): number | undefined {
  const one = Number(typeof value === 'number' ? value : readText(value));
  return Number.isSafeInteger(one) && one > 0 ? one : undefined;
}

export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') {
    return value;
  }

  const one = readChoice(value, ['true', 'false']);
  return one === undefined ? undefined : one === 'true';
}
