import { forPeople } from '../../api/labels';
import type { ApiProblem } from '../../api/problem';

/** What is wrong with one step, by where in it: `for`, `paths[0].when.field`; `` is the step as a whole. */
export type StepErrors = Readonly<Record<string, string>>;

export interface FlowErrors {
  /** By the steps' keys. */
  readonly steps: Readonly<Record<string, StepErrors>>;
  /** By place in the trigger's condition. */
  readonly where: StepErrors;
  /** By exit event, and place in its condition. */
  readonly exits: StepErrors;
  /** With the list as a whole. */
  readonly list: readonly string[];
}

export const noErrors: FlowErrors = { steps: {}, where: {}, exits: {}, list: [] };

/** A refusal's messages, each at its step. */
export function flowErrors(problem: ApiProblem, keys: readonly string[]): FlowErrors {
  const steps: Record<string, Record<string, string>> = {};
  const where: Record<string, string> = {};
  const exits: Record<string, string> = {};
  const list: string[] = [];
  for (const [field, messages] of Object.entries(problem.errors)) {
    const [, index, place = ''] = /^steps\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
    const key = index === undefined ? undefined : keys[Number(index)];
    const text = messages.map((message) => inWords(field, message)).join(' ');
    if (key !== undefined) {
      (steps[key] ??= {})[place] = text;
    } else if (field === 'steps' || index !== undefined) {
      list.push(text);
    } else if (field.startsWith('trigger.where')) {
      where[field.slice('trigger.where'.length).replace(/^\./, '')] = text;
    } else if (field.startsWith('exitConditions.')) {
      exits[field.slice('exitConditions.'.length)] = text;
    }
  }

  return { steps, where, exits, list };
}

/** Whether a refusal says something of steps or conditions, so that it stands there. */
export const isOfFlow = (field: string) => field === 'steps' || field.startsWith('steps[') || field.startsWith('trigger.where') || field.startsWith('exitConditions.');

const labels: Readonly<Record<string, string>> = {
  for: 'The time to wait',
  eventName: 'The event name',
  timeout: 'The time for the event',
  timedOut: 'The path for when it doesn’t arrive in time',
  field: 'The field',
  offset: 'The time before or after the date',
  from: 'The start of the hours',
  to: 'The end of the hours',
  days: 'The days',
  timeZone: 'The time zone',
  paths: 'The paths',
  name: 'The name',
  weight: 'The weight',
  set: 'The list of properties',
  properties: 'The list of properties',
  id: 'The ID',
  next: 'What comes next',
  otherwise: 'Otherwise',
  method: 'The method',
  url: 'The URL',
  headers: 'The list of headers',
  body: 'The body',
  failed: 'What comes after a failed call',
  templateId: 'The template',
  kind: 'The kind',
  subject: 'The subject',
};

// `Step wait-1: steps[2].for is required.` is for programs; here it stands at the step.
function inWords(field: string, message: string): string {
  const text = message.replace(/^Step [\w-]+: /, '').replace(/ \(steps\[\d+\]\)/, '');
  const last = field.slice(field.lastIndexOf('.') + 1);
  const inSet = /\.(?:set|properties)\.(.+)$/.exec(field)?.[1];
  const label = inSet ?? labels[last];
  const said = forPeople(field, text.startsWith(field) && label !== undefined ? label + text.slice(field.length) : text);
  return inSet === undefined ? said.slice(0, 1).toUpperCase() + said.slice(1) : said;
}
