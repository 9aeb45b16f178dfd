import type { Automation } from '../api/types';
import { stringifyExact } from '../common/exactJson';
import type { Condition } from './conditions/condition';
import type { Flow } from './steps/flow';
import { readFlow } from './steps/readFlow';
import { entryBody, type Entry } from './words';

/** An automation as the form holds it. */
export interface AutomationDraft extends Entry {
  readonly name: string;
  readonly eventName: string;
  /** The condition on the trigger; undefined for none. */
  readonly where: Condition | undefined;
  readonly exitEvents: string[];
  /** The conditions of exit events, by their names; a name that is no longer among these is left out. */
  readonly exitConditions: Readonly<Record<string, Condition>>;
  /** Undefined where the steps hold something that this page does not know: they stay as they are. */
  readonly flow: Flow | undefined;
}

export function toDraft({ name, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents, exitConditions, steps }: Automation): AutomationDraft {
  return {
    name,
    eventName: trigger.eventName,
    where: trigger.where ?? undefined,
    frequency,
    frequencyPeriod: frequencyPeriod ?? 'P7D',
    frequencyKey: frequencyKey ?? '',
    exitEvents: [...exitEvents],
    exitConditions: (exitConditions ?? {}) as Readonly<Record<string, Condition>>,
    flow: readFlow(steps ?? []),
  };
}

/** What of an automation can be edited, as a text that changes with it. */
export function contentOf({ id, version, name, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents, exitConditions }: Automation): string {
  return stringifyExact([id, version, name, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents, exitConditions]);
}

/** As the API takes it, but for the steps. */
export const toBody = ({ name, eventName, where, exitEvents, exitConditions, ...entry }: Omit<AutomationDraft, 'flow'>) => ({
  name,
  trigger: { eventName: eventName.trim(), where },
  ...entryBody(entry),
  exitEvents,
  exitConditions: exitConditionsBody({ exitEvents, exitConditions }),
});

/** As the API takes them: undefined where no exit event has a condition. */
export function exitConditionsBody({ exitEvents, exitConditions }: Pick<AutomationDraft, 'exitEvents' | 'exitConditions'>): Readonly<Record<string, Condition>> | undefined {
  const listed = Object.entries(exitConditions).filter(([name]) => exitEvents.includes(name));
  return listed.length === 0 ? undefined : Object.fromEntries(listed);
}
