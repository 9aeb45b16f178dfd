import type { JsonObject } from '../../common/exactJson';

/** For each step, all to which it leads, itself included. A circle, which the API refuses, ends where it began. */
export function reachOf(steps: readonly JsonObject[]): (id: string) => ReadonlySet<string> {
  const byId = new Map(steps.map((step) => [step.id as string, step]));
  const known = new Map<string, Set<string>>();
  const reach = (id: string): ReadonlySet<string> => {
    const before = known.get(id);
    if (before !== undefined) {
      return before;
    }

    const found = new Set([id]);
    known.set(id, found);
    leadsTo(byId.get(id)).forEach((next) => reach(next).forEach((one) => found.add(one)));
    return found;
  };
  return reach;
}

/** Also of a step whose type is not known here: wherever a path, or the step itself, names another. */
function leadsTo(step: JsonObject | undefined): string[] {
  const paths = (step?.paths ?? []) as readonly JsonObject[];
  return [step?.next, step?.otherwise, step?.failed, step?.timedOut, ...paths.map((path) => path.next)].filter((next): next is string => typeof next === 'string');
}

/** Whether a step leads to another, or is it; right for circles, too. */
export function reaches(steps: readonly JsonObject[], from: string, to: string): boolean {
  const byId = new Map(steps.map((step) => [step.id as string, step]));
  const seen = new Set<string>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) {
      return true;
    }

    if (!seen.has(at)) {
      seen.add(at);
      waiting.push(...leadsTo(byId.get(at)));
    }
  }

  return false;
}
