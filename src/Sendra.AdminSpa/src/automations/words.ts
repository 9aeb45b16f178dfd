import type { Automation } from '../api/types';
import { conditionWords, type Condition } from './conditions/condition';

type Frequency = Automation['frequency'];

// A frequency without its words does not compile.
const words: Record<Frequency, { label: string; text: string; enter: (eventName: string) => string }> = {
  everyTime: {
    label: 'Every time',
    text: 'Every matching event starts a fresh run, even when the contact is in one already. For re-engagement and anything cyclical.',
    enter: (eventName) => `Each ${eventName} starts a fresh run for the contact.`,
  },
  oncePerContact: {
    label: 'One time per contact',
    text: 'Only the first matching event ever lets a contact in, however that run ended. For onboarding sequences.',
    enter: (eventName) => `The first ${eventName} of a contact lets them in; later ones never do.`,
  },
};

export const frequencies = (Object.keys(words) as Frequency[]).map((value) => ({ value, label: words[value].label, text: words[value].text }));

export const frequencyLabel = (frequency: Frequency) => words[frequency].label;

/** What an automation does, in a sentence. */
export function describe(eventName: string, frequency: Frequency, exitEvents: readonly string[], where?: Condition): string {
  if (eventName === '') {
    return 'Pick the event that lets contacts in.';
  }

  const enter = words[frequency].enter(eventName) + (where === undefined ? '' : ` Only if ${conditionWords(where)}.`);
  if (exitEvents.length === 0) {
    return `${enter} No event drops them.`;
  }

  return `${enter} ${new Intl.ListFormat('en', { type: 'disjunction' }).format(exitEvents)} drops all their active runs, at whatever step.`;
}
