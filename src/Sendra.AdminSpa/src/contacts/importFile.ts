/** Which column becomes which property. */
export type Mapping = Readonly<Record<string, string>>;

export function isNdjson(name: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(name);
}
