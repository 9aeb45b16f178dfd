import type { Automation } from '../api/types';
import { stringifyExact } from '../common/exactJson';
import type { Condition } from './conditions/condition';
import type { Flow } from './steps/flow';
import { readFlow } from './steps/readFlow';
import type { Entry } from './words';

/** An automation as the form holds it. */
export interface AutomationDraft extends Entry {
  readonly name: string;
  readonly eventName: string;
  /** The condition on the trigger; undefined for none. */
  readonly where: Condition | undefined;
  readonly exitEvents: string[];
  /** Undefined where the steps hold something that this page does not know: they stay as they are. */
  readonly flow: Flow | undefined;
}

export function toDraft({ name, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents, steps }: Automation): AutomationDraft {
  return {
    name,
    eventName: trigger.eventName,
    where: trigger.where ?? undefined,
    frequency,
    frequencyPeriod: frequencyPeriod ?? 'P7D',
    frequencyKey: frequencyKey ?? '',
    exitEvents: [...exitEvents],
    flow: readFlow(steps ?? []),
  };
}

/** What of an automation can be edited, as a text that changes with it. */
export function contentOf({ id, version, name, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents }: Automation): string {
  return stringifyExact([id, version, name, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents]);
}
