import { alternatives } from './alternatives';
import type { Sample } from './sample';
import { itemsOf, payloadLines } from './payloadTree';

/** The names of events as they came, each once, by the path that reads them. What is no JSON, such as a form, shows none but in headers. */
export function seenNames(samples: readonly Sample[], namePath: string, itemsPath: string): string[] {
  return [...new Set(samples.flatMap((sample) => namesIn(sample, alternatives(namePath), itemsPath.trim())))];
}

function namesIn({ payload, headers }: Sample, places: readonly string[], itemsPath: string): string[] {
  const lines = (payloadLines(payload) ?? []).filter((line) => line.reads === 'text');
  for (const place of places) {
    const found = place.toLowerCase().startsWith('header:')
      ? Object.entries(headers).filter(([name]) => name.toLowerCase() === place.slice('header:'.length).toLowerCase()).map(([, value]) => value)
      : lines.filter(({ path }) => (itemsPath === '' ? path : (itemsOf(path, itemsPath) ?? `$.${path}`)) === place).map(({ value }) => JSON.parse(value!) as string);
    if (found.length > 0) {
      return found;
    }
  }

  return [];
}
