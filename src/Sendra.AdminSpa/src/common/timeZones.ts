/** The names of the tz database that the browser knows, UTC first, with those that are set already. */
export function timeZones(...set: readonly string[]): string[] {
  return [...new Set(['UTC', ...set, ...Intl.supportedValuesOf('timeZone')])];
}

/** `Europe/Berlin` is found by `berlin`, `America/New_York` by `new york`. */
export function findsZone(zone: string, search: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', ' ');
  return plain(zone).includes(plain(search.trim()));
}
