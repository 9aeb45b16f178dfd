import type { Automation } from '../api/types';
import { conditionWords, type Condition } from './conditions/condition';
import { durationWords } from './steps/duration';

type Frequency = Automation['frequency'];

/** How often contacts enter, with what two of the frequencies need. */
export interface Entry {
  readonly frequency: Frequency;
  /** With `oncePerPeriod`: an ISO 8601 duration. */
  readonly frequencyPeriod?: string | undefined;
  /** With `oncePerKey`: a path into the event. */
  readonly frequencyKey?: string | undefined;
}

interface FrequencyWords {
  readonly label: string;
  readonly text: string;
  readonly short: (entry: Entry) => string;
  readonly enter: (eventName: string, entry: Entry) => string;
}

const periodOf = ({ frequencyPeriod }: Entry) => (frequencyPeriod ? durationWords(frequencyPeriod) : '…');
const keyOf = ({ frequencyKey }: Entry) => (frequencyKey ? frequencyKey.replace(/^event\./, '') : '…');

// A frequency without its words does not compile.
const words: Record<Frequency, FrequencyWords> = {
  everyTime: {
    label: 'Every time',
    text: 'Enrolls a contact on every matching event, even if they already have an active run. For re-engagement and anything that recurs.',
    short: () => 'Every time',
    enter: (eventName) => `Each ${eventName} starts a new run for the contact.`,
  },
  oncePerContact: {
    label: 'One time per contact',
    text: 'Enrolls a contact on the first matching event and never again. For onboarding sequences.',
    short: () => 'One time per contact',
    enter: (eventName) => `A contact’s first ${eventName} starts a run; later ones never do.`,
  },
  notWhileActive: {
    label: 'Not while active',
    text: 'Enrolls a contact unless they already have an active run. For sequences that should not overlap.',
    short: () => 'Not while active',
    enter: (eventName) => `Each ${eventName} starts a run, unless the contact already has one.`,
  },
  oncePerPeriod: {
    label: 'Once per period',
    text: 'Enrolls a contact unless they were enrolled less than a period ago. For weekly check-ins and reminders.',
    short: (entry) => `Once per ${periodOf(entry)}`,
    enter: (eventName, entry) => `A ${eventName} starts a run, unless the contact was enrolled within the last ${periodOf(entry)}.`,
  },
  oncePerKey: {
    label: 'Once per key',
    text: 'Enrolls a contact once for each value of an event property. For carts, orders and invoices, when several can be open.',
    short: (entry) => `Once per ${keyOf(entry)}`,
    enter: (eventName, entry) => `The first ${eventName} for each ${keyOf(entry)} starts a run; later ones with the same ${keyOf(entry)} don't.`,
  },
};

/** As the API takes it: what a frequency does not need is left out. */
export const entryBody = ({ frequency, frequencyPeriod, frequencyKey }: Entry) => ({
  frequency,
  frequencyPeriod: frequency === 'oncePerPeriod' ? frequencyPeriod : undefined,
  frequencyKey: frequency === 'oncePerKey' ? frequencyKey?.trim() : undefined,
});

export const frequencies = (Object.keys(words) as Frequency[]).map((value) => ({ value, label: words[value].label, text: words[value].text }));

export const frequencyLabel = (entry: Entry) => words[entry.frequency].short(entry);

/** What an automation does, in a sentence. */
export function describe(eventName: string, entry: Entry, exitEvents: readonly string[], where?: Condition, exitConditions: Readonly<Record<string, Condition>> = {}): string {
  if (eventName === '') {
    return 'Choose the event that enrolls contacts.';
  }

  const enter = words[entry.frequency].enter(eventName, entry) + (where === undefined ? '' : ` This applies only if ${conditionWords(where)}.`);
  if (exitEvents.length === 0) {
    return `${enter} No event ends it early.`;
  }

  const exits = exitEvents.map((name) => (exitConditions[name] === undefined ? name : `${name} (if ${conditionWords(exitConditions[name])})`));
  const which = exitEvents.some((name) => exitConditions[name] !== undefined) ? 'their active runs' : 'all their active runs';
  return `${enter} ${new Intl.ListFormat('en', { type: 'disjunction' }).format(exits)} ends ${which}, at any step.`;
}
