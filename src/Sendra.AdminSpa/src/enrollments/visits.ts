import type { EnrollmentJourney, Visit } from '../api/types';
import { typeLabel } from '../automations/steps/typeLabel';

/** What a step is called: its name, else its type; its id where an older version is no longer known. */
export function stepTitle({ name, type, stepId }: Pick<Visit, 'name' | 'type' | 'stepId'>): string {
  return name ?? (type === null ? stepId : typeLabel(type));
}

/** How long something took, in its largest unit and the next: `2 d 4 h`; none where it was passed at once. */
export function tookWords(fromIso: string, toIso: string): string | undefined {
  const seconds = Math.round((new Date(toIso).getTime() - new Date(fromIso).getTime()) / 1000);
  const units = [
    ['d', Math.trunc(seconds / 86_400)],
    ['h', Math.trunc(seconds / 3_600) % 24],
    ['min', Math.trunc(seconds / 60) % 60],
    ['s', seconds % 60],
  ] as const;
  const first = units.findIndex(([, count]) => count > 0);
  return first < 0
    ? undefined
    : units
        .slice(first, first + 2)
        .filter(([, count]) => count > 0)
        .map(([unit, count]) => `${count.toLocaleString('en')} ${unit}`)
        .join(' ');
}

/** What an ended run's page says of its end. */
export function endWords({ status, endedBecause }: Pick<EnrollmentJourney, 'status' | 'endedBecause'>): string {
  return endedBecause?.reason ?? (status === 'completed' ? 'It went through all steps.' : 'It exited.');
}
