import { pathOf } from '../../patterns/schema';
import { operators, type Operator } from './condition';

export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'object' | 'list';

/** A field that conditions can read, with values that it had. */
export interface KnownField {
  readonly field: string;
  readonly type: FieldType;
  readonly examples: readonly string[];
}

interface SeenProperty {
  /** As a field names it after its root. */
  readonly path: string;
  readonly type: FieldType;
  readonly examples: readonly string[];
}

const deepest = 3;
const mostExamples = 5;
const longest = 60;

/** The properties of events, the newest first, each with its type there and values that it had. Those inside objects are named by their path. */
export function seenProperties(texts: readonly (string | null)[]): readonly SeenProperty[] {
  const found = new Map<string, { type: FieldType; examples: string[] }>();
  const note = (path: string, value: unknown, depth: number) => {
    if (value === null) {
      return;
    }

    if (typeof value === 'object' && !Array.isArray(value)) {
      if (depth < deepest) {
        Object.entries(value).forEach(([inner, of]) => note(`${path}.${pathOf(inner)}`, of, depth + 1));
      }

      return;
    }

    const known = found.get(path) ?? { type: typeOf(value), examples: [] };
    found.set(path, known);
    const text = typeof value === 'object' ? '' : String(value);
    if (text !== '' && text.length <= longest && known.examples.length < mostExamples && !known.examples.includes(text)) {
      known.examples.push(text);
    }
  };
  texts.forEach((text) => Object.entries(read(text)).forEach(([name, value]) => note(pathOf(name), value, 1)));
  return [...found].map(([path, { type, examples }]) => ({ path, type, examples }));
}

function read(text: string | null): object {
  const value: unknown = text === null ? null : JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

const dated = /^\d{4}-\d{2}-\d{2}([T ]|$)/;

function typeOf(value: unknown): FieldType {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : Array.isArray(value) ? 'list' : typeof value === 'string' && dated.test(value) ? 'date' : 'text';
}

// A type without its operators does not compile.
const operatorsOf: Record<FieldType, readonly Operator[]> = {
  text: ['equals', 'notEquals', 'contains', 'notContains', 'startsWith', 'endsWith', 'in', 'notIn', 'exists', 'notExists'],
  number: ['equals', 'notEquals', 'greaterThan', 'atLeast', 'lessThan', 'atMost', 'in', 'notIn', 'exists', 'notExists'],
  boolean: ['isTrue', 'isFalse', 'exists', 'notExists'],
  date: ['before', 'after', 'withinLast', 'equals', 'notEquals', 'exists', 'notExists'],
  list: ['contains', 'notContains', 'exists', 'notExists'],
  object: ['exists', 'notExists'],
};

/** What can be asked of a field of a type, with what is asked of it already; all, where the type is not known. */
export function operatorsFor(type: FieldType | undefined, current: Operator | undefined): readonly Operator[] {
  const fitting = type === undefined ? operators : operatorsOf[type];
  return current === undefined || fitting.includes(current) ? fitting : [...fitting, current];
}
