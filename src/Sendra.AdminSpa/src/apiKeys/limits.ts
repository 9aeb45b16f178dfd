/** After how many days a new key ends; null for never. */
export const lifetimes: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'Never' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

export function expiryOf(days: string, now: Date): string | null {
  return days === '' ? null : new Date(now.getTime() + Number(days) * 86_400_000).toISOString();
}

/** One network a line, or with commas or blanks between them; null for any. */
export function networksOf(text: string): string[] | null {
  const networks = text.split(/[\s,]+/).filter((one) => one !== '');
  return networks.length === 0 ? null : networks;
}
