import { readText } from '../common/search';

export function readContactSearch(search: Record<string, unknown>) {
  return { query: readText(search.query) };
}
