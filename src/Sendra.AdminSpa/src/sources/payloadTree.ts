import { items, members } from '../common/jsonText';

/** One value of a pasted payload, with the dot-path that leads to it (S2). */
export interface PayloadLine {
  readonly path: string;
  readonly depth: number;
  readonly name: string;
  /** The value of a leaf as it was written, with all its digits; nothing for an object or an array. */
  readonly value?: string;
  /** What a mapping can read here; nothing from an object, an array, true, false or null. */
  readonly reads?: 'text' | 'number';
}

/** Enough for any payload that people look through by eye. */
export const maxLines = 400;

/** A key as it is written in a path: what has a meaning there is taken literally after a backslash. */
export function pathSegment(key: string, isFirst: boolean): string {
  const escaped = key.replace(/[\\.]/g, '\\$&');
  return isFirst ? escaped.replace(/^header:/i, (start) => `${start.slice(0, -1)}\\:`) : escaped;
}

/** The path inside an item, when this one leads through the list that is read; nothing when it leads elsewhere. */
export function itemsOf(path: string, itemsPath: string): string | undefined {
  const list = itemsPath.trim() === '$' ? '' : `${itemsPath.trim()}.`;
  const inside = path.startsWith(list) ? /^\d+\.(.+)$/.exec(path.slice(list.length)) : null;
  return inside?.[1];
}

/** The payload line by line, or nothing when the text is no JSON object or array. */
export function payloadLines(text: string): PayloadLine[] | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }

  const children = childrenOf(text);
  if (children === undefined) {
    return undefined;
  }

  const lines: PayloadLine[] = [];
  addLines(children, '', 0, lines);
  return lines;
}

function addLines(children: [string, string][], prefix: string, depth: number, lines: PayloadLine[]): void {
  for (const [name, value] of children) {
    if (lines.length >= maxLines) {
      return;
    }

    const path = prefix + pathSegment(name, prefix === '');
    const inner = childrenOf(value);
    if (inner !== undefined) {
      lines.push({ path, depth, name });
      addLines(inner, `${path}.`, depth + 1, lines);
    } else {
      lines.push({ path, depth, name, value, ...reading(value) });
    }
  }
}

/** Members and items by name and index; nothing for what has none. */
function childrenOf(json: string): [string, string][] | undefined {
  switch (json.trimStart()[0]) {
    case '{':
      return members(json);
    case '[':
      return items(json).map((item, index) => [String(index), item]);
    default:
      return undefined;
  }
}

function reading(value: string): Pick<PayloadLine, 'reads'> {
  return value.startsWith('"') ? { reads: 'text' } : /^[-\d]/.test(value) ? { reads: 'number' } : {};
}
