import type { Automation } from '../api/types';

export const frequencies = [
  {
    value: 'everyTime',
    label: 'Every time',
    text: 'Every matching event starts a fresh run, even when the contact is in one already. For re-engagement and anything cyclical.',
  },
  {
    value: 'oncePerContact',
    label: 'One time per contact',
    text: 'Only the first matching event ever lets a contact in, however that run ended. For onboarding sequences.',
  },
] as const satisfies readonly { value: Automation['frequency']; label: string; text: string }[];

export const frequencyLabel = (frequency: Automation['frequency']) => frequencies.find((one) => one.value === frequency)?.label ?? frequency;

/** What an automation does, in a sentence. */
export function describe(eventName: string, frequency: Automation['frequency'], exitEvents: readonly string[]): string {
  if (eventName === '') {
    return 'Pick the event that lets contacts in.';
  }

  const enter =
    frequency === 'oncePerContact'
      ? `The first ${eventName} of a contact lets them in; later ones never do.`
      : `Each ${eventName} starts a fresh run for the contact.`;
  if (exitEvents.length === 0) {
    return `${enter} No event drops them.`;
  }

  return `${enter} ${new Intl.ListFormat('en', { type: 'disjunction' }).format(exitEvents)} drops all their active runs, at whatever step.`;
}
