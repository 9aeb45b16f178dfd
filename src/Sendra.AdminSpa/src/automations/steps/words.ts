import { isObject, isText, numberText, type Json } from '../../common/exactJson';
import { conditionWords, fieldWords, valueWords } from '../conditions/condition';
import { durationWords } from './duration';
import type { BranchPath, Change, SplitPath, SplitStep, Step, WaitStep, Window } from './flow';

const dayNames = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

export const days = Object.keys(dayNames) as (keyof typeof dayNames)[];

export const dayName = (day: string) => (dayNames as Readonly<Record<string, string>>)[day] ?? day;

const listed = new Intl.ListFormat('en');

/** A step in a sentence. */
export function stepWords(step: Step): string {
  switch (step.type) {
    case 'sendEmail':
      return step.subject.trim() === '' ? 'Send an email' : `Send the email “${step.subject.trim()}”`;
    case 'wait':
      return waitWords(step);
    case 'waitForEvent':
      return `Wait for ${step.eventName.trim() || 'an event'}${step.where === undefined ? '' : ` where ${conditionWords(step.where)}`}, ${durationWords(step.timeout || '…')} at most`;
    case 'branch':
      return step.paths.length === 1 ? `If ${conditionWords(step.paths[0]!.when)}` : `Take the first matching path: ${listed.format(step.paths.map(({ name }) => nameWords(name)))}`;
    case 'split':
      return `Split at random: ${listed.format(step.paths.map((path) => `${nameWords(path.name)} ${shareWords(path, step)}`))}`;
    case 'sendEvent':
      return `Send ${step.eventName.trim() || 'an event'}`;
    case 'callUrl':
      return `Call ${hostWords(step.url)} (${step.method})`;
    case 'updateContact':
      return step.set.length === 0 ? 'Update the contact' : capitalized(listed.format(step.set.slice(0, 3).map(changeWords).concat(step.set.length > 3 ? [`${step.set.length - 3} more`] : [])));
  }
}

/** What a step is called: its name, else what it does. */
export const stepCalled = (step: Step): string => step.name.trim() || stepWords(step);

/** What stands above the list of a path. */
export function pathWords({ name, when }: BranchPath): string {
  return `${nameWords(name)}: if ${conditionWords(when)}`;
}

/** A path's share of all runs. */
export function shareWords({ weight }: Pick<SplitPath, 'weight'>, { paths }: Pick<SplitStep, 'paths'>): string {
  const sum = paths.reduce((all, path) => all + weightOf(path.weight), 0);
  return sum === 0 ? '0%' : `${((100 * weightOf(weight)) / sum).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
}

const hostWords = (url: string) => url.trim().replace(/^https?:\/\//i, '').replace(/[?#].*$/, '') || 'a URL';

const weightOf = (weight: Json) => (weight === null ? 0 : Number(numberText(weight)) || 0);

const nameWords = (name: string) => name.trim() || 'Unnamed';

function waitWords({ for: time, until, window }: WaitStep): string {
  const what = until === undefined ? `Wait ${durationWords(time ?? '…')}` : `Wait until ${untilWords(until)}`;
  return window === undefined ? what : `${what}, ${until === undefined ? 'then until it is' : 'and until it is'} ${windowWords(window)}`;
}

function untilWords({ field, offset }: NonNullable<WaitStep['until']>): string {
  const date = fieldWords(field);
  return offset === undefined ? date : `${durationWords(offset)} ${offset.startsWith('-') ? 'before' : 'after'} ${date}`;
}

function windowWords({ days: on = [], from, to, timeZone = 'contact' }: Window): string {
  const zone = timeZone === 'contact' ? 'the contact’s time' : timeZone === 'workspace' ? 'the workspace’s time' : timeZone.replaceAll('_', ' ');
  return `${daysWords(on)}${from} to ${to}, ${zone}`;
}

function daysWords(on: readonly string[]): string {
  const set = days.filter((day) => on.includes(day));
  return set.length === 0 || set.length === 7 ? '' : set.join() === 'mon,tue,wed,thu,fri' ? 'a weekday, ' : set.join() === 'sat,sun' ? 'a weekend, ' : `${listed.format(set.map(dayName))}, `;
}

function changeWords({ name, value }: Change): string {
  const what = name.trim() || 'a property';
  return value === null
    ? `clear ${what}`
    : isObject(value)
      ? `set ${what} to ${isText(value.field) ? fieldWords(value.field) : '…'}`
      : `set ${what} to ${valueWords(value)}`;
}

const capitalized = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
