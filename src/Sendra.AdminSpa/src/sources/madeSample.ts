import type { Source } from '../api/types';
import { alternatives } from './alternatives';
import type { Sample } from './sample';

type Read = Pick<Source, 'emailPath' | 'externalIdPath' | 'eventName' | 'itemsPath'>;
type Node = { [key: string]: unknown };

const header = /^header:/i;

/** A payload that has what the mapping reads, where the sender shows none and nothing has come yet. */
export function madeSample({ emailPath, externalIdPath, eventName, itemsPath }: Read): Sample {
  const body: Node = {};
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  const item: Node = {};
  const fill = (path: string | null | undefined, value: string) => {
    const place = alternatives(path ?? '')[0];
    if (place !== undefined && header.test(place)) {
      headers[place.replace(header, '')] = value;
    } else if (place?.startsWith('$.')) {
      put(body, segments(place.slice(2)), value);
    } else if (place !== undefined) {
      put(item, segments(place), value);
    }
  };
  fill(emailPath, 'ada@example.com');
  fill(externalIdPath, 'customer-1');
  fill(eventName.path, eventName.only?.[0] ?? 'signUp');
  const list = itemsPath ?? '';
  if (list !== '' && list !== '$') {
    put(body, segments(list), [item]);
  }

  return { payload: JSON.stringify(list === '$' ? [item] : list === '' ? { ...body, ...item } : body, null, 2), headers };
}

/** A dot parts, unless a backslash stands before it. */
function segments(path: string): string[] {
  return (path.match(/(?:\\.|[^.\\])+/g) ?? []).map((segment) => segment.replace(/\\(.)/g, '$1'));
}

function put(into: Node, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) {
    return;
  }

  if (rest.length === 0) {
    into[first] = value;
    return;
  }

  const inner = into[first];
  const next = typeof inner === 'object' && inner !== null ? inner : /^\d+$/.test(rest[0]!) ? [] : {};
  into[first] = next;
  put(next as Node, rest, value);
}
