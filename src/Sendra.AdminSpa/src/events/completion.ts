/** Which of the suggested names Enter takes for what is typed: itself, else one that begins so, else one that has it. */
export function completion(typed: string, names: readonly string[]): string | undefined {
  const text = typed.trim();
  if (text === '' || names.includes(text)) {
    return text || undefined;
  }

  const low = text.toLowerCase();
  return names.find((name) => name.toLowerCase().startsWith(low)) ?? names.find((name) => name.toLowerCase().includes(low));
}
