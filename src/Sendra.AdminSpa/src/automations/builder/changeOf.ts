import type { AutomationDraft } from '../draft';
import { allSteps } from '../steps/flow';

/** What a change is of, so that typing on is one change; `of` is undefined for what stands alone, such as a step that is added. */
export function changeOf(before: AutomationDraft, now: AutomationDraft): { readonly of: string | undefined } | undefined {
  const fields = (Object.keys(now) as (keyof AutomationDraft)[]).filter((field) => now[field] !== before[field]);
  if (fields.length === 0) {
    return undefined;
  }

  if (!fields.includes('flow') || now.flow === undefined || before.flow === undefined) {
    return { of: fields.join() };
  }

  const [steps, others] = [allSteps(now.flow), allSteps(before.flow)];
  const changed = steps.filter((step, at) => step !== others[at]).at(-1);
  return steps.length === others.length && steps.every((step, at) => step.key === others[at]!.key) && changed !== undefined ? { of: `step ${changed.key}` } : { of: undefined };
}
