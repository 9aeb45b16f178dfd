import { prettyText } from '../common/jsonText';
import type { SchemaProperty, SchemaType } from '../patterns/schema';

type Properties = Record<string, unknown>;

// People choose the names, and __proto__ may be one of them: these objects have no parts of their own.
const none = () => Object.create(null) as Properties;

const examples: Record<SchemaType, () => unknown> = {
  text: () => 'text',
  number: () => 1,
  boolean: () => true,
  date: () => '2026-01-31T09:00:00Z',
  object: none,
  list: () => [],
};

/** Properties of an event to try something on: those of a real one, else one for each that a schema or a text names. */
export function sampleProperties(real: string | null | undefined, schema: readonly SchemaProperty[], named: readonly string[]): string {
  if (real != null) {
    return prettyText(real);
  }

  const sample = none();
  for (const { name, type, allowed } of schema) {
    sample[name] = allowed?.[0] ?? examples[type]();
  }

  for (const path of named) {
    put(sample, path.split('.'));
  }

  return JSON.stringify(sample, undefined, 2);
}

/** The properties of events that a text names: `plan` where it reads `event.plan` or `trigger.plan`. */
export function namedProperties(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w./-])(?:event|trigger)\.(\w+(?:\.\w+)*)/g)].map(([, path]) => path!))];
}

function put(into: Properties, [first, ...rest]: readonly string[]) {
  if (rest.length === 0) {
    into[first!] ??= examples.text();
    return;
  }

  const inner = (into[first!] ??= none());
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
    put(inner as Properties, rest);
  }
}
