/**
 * JSON as it was sent: number digits, key order and escapes stay, which JSON.parse would not keep.
 * The texts come from the API and are valid JSON.
 */
export type TokenKind = 'punctuation' | 'key' | 'string' | 'number' | 'literal';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

export interface Line {
  readonly indent: number;
  readonly tokens: readonly Token[];
}

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\]:,]/gs;

function tokens(json: string): string[] {
  return json.match(token) ?? [];
}

/** The members of an object, each with its value's own text. */
export function members(json: string): [name: string, value: string][] {
  const texts = tokens(json);
  const result: [string, string][] = [];
  for (let at = 1; texts[0] === '{' && at < texts.length - 1; ) {
    const end = endOfValue(texts, at + 2);
    result.push([JSON.parse(texts[at]!) as string, texts.slice(at + 2, end).join('')]);
    at = end + 1;
  }

  return result;
}

/** The items of an array, each as its own text. */
export function items(json: string): string[] {
  const texts = tokens(json);
  const result: string[] = [];
  for (let at = 1; texts[0] === '[' && at < texts.length - 1; ) {
    const end = endOfValue(texts, at);
    result.push(texts.slice(at, end).join(''));
    at = end + 1;
  }

  return result;
}

function endOfValue(texts: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < texts.length; at++) {
    const text = texts[at]!;
    if (text === '{' || text === '[') {
      depth++;
    } else if (text === '}' || text === ']') {
      depth--;
    }

    if (depth === 0) {
      return at + 1;
    }
  }

  return texts.length;
}

/** One line per member or item, two spaces deep, with every token's kind for colouring. */
export function prettyLines(json: string): Line[] {
  const texts = tokens(json);
  const lines: { indent: number; tokens: Token[] }[] = [{ indent: 0, tokens: [] }];
  let indent = 0;
  const put = (kind: TokenKind, text: string) => lines[lines.length - 1]!.tokens.push({ kind, text });
  const newLine = () => lines.push({ indent, tokens: [] });

  texts.forEach((text, at) => {
    const next = texts[at + 1];
    switch (text) {
      case '{':
      case '[':
        put('punctuation', text);
        if (next !== '}' && next !== ']') {
          indent++;
          newLine();
        }
        break;
      case '}':
      case ']':
        if (texts[at - 1] !== '{' && texts[at - 1] !== '[') {
          indent--;
          newLine();
        }
        put('punctuation', text);
        break;
      case ',':
        put('punctuation', text);
        newLine();
        break;
      case ':':
        put('punctuation', ': ');
        break;
      default:
        put(kindOf(text, next), text);
    }
  });
  return lines;
}

function kindOf(text: string, next: string | undefined): TokenKind {
  if (text.startsWith('"')) {
    return next === ':' ? 'key' : 'string';
  }

  return /^[-\d]/.test(text) ? 'number' : 'literal';
}

export function prettyText(json: string): string {
  return prettyLines(json)
    .map((line) => '  '.repeat(line.indent) + line.tokens.map((one) => one.text).join(''))
    .join('\n');
}

/** The beginning on one line, for a table's cell. */
export function excerpt(json: string, length: number): string {
  const text = tokens(json.slice(0, length * 4)).join('').replaceAll('":', '": ').replaceAll(',"', ', "');
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** Parses JSON, but leaves the values of one member as their own text, at whatever place it first appears on the way down. */
export function parseKeeping(json: string, ...names: readonly string[]): unknown {
  const texts = tokens(json);
  const quoted = names.map((name) => JSON.stringify(name));
  const kept: string[] = [];
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at]!;
    kept.push(text);
    if (quoted.includes(text) && texts[at + 1] === ':') {
      const end = endOfValue(texts, at + 2);
      const value = texts.slice(at + 2, end).join('');
      kept.push(':', value === 'null' ? 'null' : JSON.stringify(value));
      at = end - 1;
    }
  }

  return JSON.parse(kept.join(''));
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
