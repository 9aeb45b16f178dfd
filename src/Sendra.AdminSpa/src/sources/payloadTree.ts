/** One value of a pasted payload, with the dot-path that leads to it (S2). */
export interface PayloadLine {
  readonly path: string;
  readonly depth: number;
  readonly name: string;
  /** The value of a leaf as JSON; nothing for an object or an array. */
  readonly value?: string;
  /** Whether a mapping can read text here. */
  readonly isText: boolean;
}

/** Enough for any payload that people look through by eye. */
export const maxLines = 400;

/** A key as it is written in a path: what has a meaning there is taken literally after a backslash. */
export function pathSegment(key: string, isFirst: boolean): string {
  const escaped = key.replace(/[\\.]/g, '\\$&');
  return isFirst ? escaped.replace(/^header:/i, (start) => `${start.slice(0, -1)}\\:`) : escaped;
}

/** The payload line by line, or nothing when the text is no JSON object or array. */
export function payloadLines(text: string): PayloadLine[] | undefined {
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    return undefined;
  }

  if (typeof payload !== 'object' || payload === null) {
    return undefined;
  }

  const lines: PayloadLine[] = [];
  addLines(payload, '', 0, lines);
  return lines;
}

function addLines(parent: object, prefix: string, depth: number, lines: PayloadLine[]): void {
  for (const [name, value] of Object.entries(parent) as [string, unknown][]) {
    if (lines.length >= maxLines) {
      return;
    }

    const path = prefix + pathSegment(name, prefix === '');
    if (typeof value === 'object' && value !== null) {
      lines.push({ path, depth, name, isText: false });
      addLines(value, `${path}.`, depth + 1, lines);
    } else {
      lines.push({ path, depth, name, value: JSON.stringify(value), isText: typeof value === 'string' });
    }
  }
}
