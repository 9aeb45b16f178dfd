// What one call takes, with room to spare.
const mostLines = 9_000;
const mostCharacters = 400_000;

const heading = /(^|[,;\t])\s*"?email"?\s*($|[,;\t])/i;

interface Part {
  readonly csv: string;
  /** Where a line of the part stands in the whole text, from 1. */
  readonly lineOf: (line: number) => number;
}

/** Cuts a list into what one call takes: between lines, never inside of quotes, each part with the heading if there is one. */
export function importParts(text: string): Part[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const head = heading.test(lines[0] ?? '') ? lines[0] : undefined;
  const first = head === undefined ? 0 : 1;
  const parts: Part[] = [];
  let begin = first;
  let length = 0;
  let quoted = false;
  lines.forEach((line, at) => {
    if (at < first) {
      return;
    }

    length += line.length + 1;
    quoted = quoted !== ((line.match(/"/g)?.length ?? 0) % 2 === 1);
    const isLast = at === lines.length - 1;
    if (isLast || (!quoted && (at + 1 - begin >= mostLines || length >= mostCharacters))) {
      const own = lines.slice(begin, at + 1);
      const before = begin - first;
      parts.push({ csv: (head === undefined ? own : [head, ...own]).join('\n'), lineOf: (line) => line + before });
      begin = at + 1;
      length = 0;
    }
  });
  return parts.filter(({ csv }) => csv.trim() !== '');
}
