import { isObject, stringifyExact, type Json, type JsonObject } from '../../common/exactJson';
import type { Mark } from '../graph/GraphContext';

export interface Difference {
  readonly id: string;
  readonly mark: Mark;
  /** Whether only what comes after the step is another. */
  readonly leadsElsewhere?: boolean;
}

/** How the steps of a version differ from those of another: what was added, removed or changed, in the order of reading. */
export function differences(before: readonly JsonObject[], after: readonly JsonObject[]): readonly Difference[] {
  const [old, now] = [byId(before), byId(after)];
  const added = new Set([...now.keys()].filter((id) => !old.has(id)));
  const removed = new Set([...old.keys()].filter((id) => !now.has(id)));
  return [
    ...after.flatMap((step): Difference[] => {
      const id = step.id as string;
      const was = old.get(id);
      return was === undefined
        ? [{ id, mark: 'added' }]
        : contentOf(was) !== contentOf(step)
          ? [{ id, mark: 'changed' }]
          : aims(was, old, removed).join() !== aims(step, now, added).join()
            ? [{ id, mark: 'changed', leadsElsewhere: true }]
            : [];
    }),
    ...[...removed].map((id): Difference => ({ id, mark: 'removed' })),
  ];
}

const byId = (steps: readonly JsonObject[]) => new Map(steps.map((step) => [step.id as string, step]));

const leads = ['next', 'otherwise', 'failed', 'timedOut'];

/** A step without where it leads. */
function contentOf(value: Json): string {
  return stringifyExact(withoutLeads(value));
}

function withoutLeads(step: Json): Json {
  if (!isObject(step)) {
    return step;
  }

  const rest = Object.entries(step).filter(([name, value]) => !leads.includes(name) && value !== null);
  return Object.fromEntries(rest.map(([name, value]) => [name, name === 'paths' ? (value as readonly Json[]).map(withoutLeads) : value]).sort(([one], [other]) => String(one).localeCompare(String(other))));
}

/** Where a step leads, past what only one of the versions has: a step before one that is added is no other for it. */
function aims(step: JsonObject, steps: ReadonlyMap<string, JsonObject>, skipped: ReadonlySet<string>): string[] {
  return leadsOf(step).map((id) => {
    let at: string | undefined = id;
    for (let hops = 0; at !== undefined && skipped.has(at) && hops <= steps.size; hops++) {
      at = leadsOf(steps.get(at)!).find((one) => one !== '');
    }

    return at ?? '';
  });
}

function leadsOf(step: JsonObject): string[] {
  const paths = ((step.paths ?? []) as readonly JsonObject[]).map((path) => path.next);
  return [...paths, ...leads.map((name) => step[name])].map((id) => (typeof id === 'string' ? id : ''));
}
