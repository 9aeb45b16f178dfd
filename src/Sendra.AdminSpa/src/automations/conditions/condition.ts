import { isNumber, isObject, isText, numberText, type Json, type JsonObject } from '../../common/exactJson';
import { durationWords } from '../steps/duration';

/** A condition as the API takes it; what the form shows of it is read from it, so nothing that is not shown is lost. */
export type Condition = Json;

export const operators = [
  'equals', 'notEquals', 'contains', 'notContains', 'startsWith', 'endsWith', 'in', 'notIn', 'greaterThan', 'atLeast',
  'lessThan', 'atMost', 'before', 'after', 'withinLast', 'exists', 'notExists', 'isTrue', 'isFalse',
] as const;

export type Operator = (typeof operators)[number];

/** What stands beside the field. */
export type Takes = 'nothing' | 'scalar' | 'text' | 'ordered' | 'date' | 'duration' | 'list';

// An operator without its words does not compile.
const words: Record<Operator, { readonly label: string; readonly takes: Takes }> = {
  equals: { label: 'is', takes: 'scalar' },
  notEquals: { label: 'is not', takes: 'scalar' },
  contains: { label: 'contains', takes: 'scalar' },
  notContains: { label: 'does not contain', takes: 'scalar' },
  startsWith: { label: 'starts with', takes: 'text' },
  endsWith: { label: 'ends with', takes: 'text' },
  in: { label: 'is one of', takes: 'list' },
  notIn: { label: 'is none of', takes: 'list' },
  greaterThan: { label: 'is more than', takes: 'ordered' },
  atLeast: { label: 'is at least', takes: 'ordered' },
  lessThan: { label: 'is less than', takes: 'ordered' },
  atMost: { label: 'is at most', takes: 'ordered' },
  before: { label: 'is before', takes: 'date' },
  after: { label: 'is after', takes: 'date' },
  withinLast: { label: 'is within the last', takes: 'duration' },
  exists: { label: 'has a value', takes: 'nothing' },
  notExists: { label: 'has no value', takes: 'nothing' },
  isTrue: { label: 'is true', takes: 'nothing' },
  isFalse: { label: 'is false', takes: 'nothing' },
};

export const operatorLabel = (op: Operator) => words[op].label;

export const takes = (op: Operator) => words[op].takes;

export const isOperator = (op: Json | undefined): op is Operator => operators.some((one) => one === op);

/** What holds of the parts of a group: all, any, not all, or none. */
export type Mode = 'all' | 'any' | 'notAll' | 'none';

export interface Group {
  readonly mode: Mode;
  readonly parts: readonly Condition[];
}

/** A condition as a group, or undefined when it is a rule. */
export function asGroup(condition: Condition): Group | undefined {
  if (!isObject(condition)) {
    return undefined;
  }

  if ('not' in condition) {
    const inner = condition.not!;
    const group = isObject(inner) && !('not' in inner) ? asGroup(inner) : undefined;
    return group === undefined ? { mode: 'none', parts: [inner] } : { mode: group.mode === 'all' ? 'notAll' : 'none', parts: group.parts };
  }

  return Array.isArray(condition.all)
    ? { mode: 'all', parts: condition.all }
    : Array.isArray(condition.any)
      ? { mode: 'any', parts: condition.any }
      : undefined;
}

export function fromGroup({ mode, parts }: Group): Condition {
  switch (mode) {
    case 'all':
      return { all: parts };
    case 'any':
      return { any: parts };
    case 'notAll':
      return { not: { all: parts } };
    case 'none':
      return { not: { any: parts } };
  }
}

/** Where the parts of a group stand in it, as the API's errors say it. */
export function partPath(condition: Condition, at: number): string {
  if (asGroup(condition) === undefined) {
    return '';
  }

  const outer = condition as JsonObject;
  const inner = 'not' in outer ? outer.not! : outer;
  const prefix = 'not' in outer ? 'not.' : '';
  return isObject(inner) && Array.isArray(inner.all) ? `${prefix}all[${at}]` : isObject(inner) && Array.isArray(inner.any) ? `${prefix}any[${at}]` : 'not';
}

export const emptyRule: JsonObject = { field: '', op: 'equals', value: '' };

/** A rule on what the contact did before. */
export const emptyReceived: JsonObject = { received: '', atLeast: 1 };

/** How often such a rule asks for, at least. */
export const timesOf = ({ atLeast }: JsonObject): number => (atLeast !== undefined && isNumber(atLeast) ? Number(numberText(atLeast)) : 1);

/** `contact.plan` is the contact’s plan. */
export function fieldWords(field: string): string {
  const dot = field.indexOf('.');
  const owner = { contact: 'the contact’s', event: 'the event’s', trigger: 'the trigger event’s' }[field.slice(0, Math.max(dot, 0))];
  return field === '' ? 'a field' : owner === undefined ? field : `${owner} ${field.slice(dot + 1)}`;
}

/** How much of a text a sentence bears. */
const longest = 60;

export function valueWords(value: Json | undefined): string {
  return value === undefined || value === null || value === ''
    ? '…'
    : isText(value)
      ? `“${value.length > longest ? `${value.slice(0, longest)}…` : value}”`
      : isNumber(value)
        ? numberText(value)
        : Array.isArray(value)
          ? listWords(value as readonly Json[])
          : isObject(value) && isText(value.field)
            ? fieldWords(value.field)
            : JSON.stringify(value);
}

/** A condition in a sentence, after “if”. */
export function conditionWords(condition: Condition): string {
  return wordsOf(condition, false);
}

function wordsOf(condition: Condition, inside: boolean): string {
  const group = asGroup(condition);
  if (group === undefined) {
    return isObject(condition) ? ruleWords(condition) : '…';
  }

  const parts = group.parts.map((part) => wordsOf(part, group.parts.length > 1));
  const joined = parts.join(group.mode === 'all' || group.mode === 'notAll' ? ' and ' : ' or ');
  return group.mode === 'notAll' || group.mode === 'none' ? `not (${joined})` : inside && parts.length > 1 ? `(${joined})` : joined;
}

function receivedWords(rule: JsonObject): string {
  const { received, within, where } = rule;
  const times = timesOf(rule);
  const name = isText(received) && received !== '' ? received : 'an event';
  const often = times === 1 ? `${name} was received` : `${name} was received at least ${times} times`;
  const recent = isText(within) && within !== '' ? `${often} in the last ${durationWords(within)}` : often;
  return where === undefined || where === null ? recent : `${recent} where ${wordsOf(where, true)}`;
}

function ruleWords(rule: JsonObject): string {
  if ('received' in rule) {
    return receivedWords(rule);
  }

  const { field, op, value } = rule;
  const subject = fieldWords(isText(field) ? field : '');
  if (!isOperator(op)) {
    return `${subject} …`;
  }

  const kind = takes(op);
  return kind === 'nothing'
    ? `${subject} ${operatorLabel(op)}`
    : `${subject} ${operatorLabel(op)} ${kind === 'duration' && isText(value) && value !== '' ? durationWords(value) : valueWords(value)}`;
}

function listWords(list: readonly Json[]): string {
  const named = list.slice(0, 3).map(valueWords);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(list.length > 3 ? [...named, `${list.length - 3} more`] : named) || '…';
}

/** The rule with another operator: its value becomes what that one takes, as near as it can be. */
export function withOperator(rule: JsonObject, op: Operator): JsonObject {
  const { value = '', ...rest } = rule;
  const before = isOperator(rule.op) ? takes(rule.op) : 'scalar';
  const next = takes(op);
  const first: Json = Array.isArray(value) ? ((value as readonly Json[])[0] ?? '') : value;
  const isField = isObject(value);
  switch (next) {
    case 'nothing':
      return { ...rest, op };
    case 'duration':
      return { ...rest, op, value: before === 'duration' ? value : 'P7D' };
    case 'list':
      return { ...rest, op, value: isField || Array.isArray(value) ? value : first === '' || before === 'duration' ? [] : [first] };
    case 'scalar':
    case 'text':
    case 'ordered':
    case 'date':
      return { ...rest, op, value: isField ? value : before === 'duration' || ((next === 'text' || next === 'date') && !isText(first)) ? '' : first };
  }
}
