import { Code } from '@mantine/core';

/** A sentence of the API, in which names of fields stand between backticks. */
export function Sentence({ text }: { readonly text: string }) {
  return text.split('`').map((part, at) => (at % 2 === 1 ? <Code key={at}>{part}</Code> : part));
}
