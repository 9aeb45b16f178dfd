import type { Json, JsonObject } from '../../common/exactJson';
import { below, nextKey, stepTypes, type BranchPath, type Change, type Flow, type Header, type SplitPath, type Step, type WaitStep } from './flow';
import { reachOf } from './reach';

type Next = string | undefined;

/**
 * The steps of the API as a list. A step that several lead to stands once: below the branch whose paths meet there, or in
 * the first of them, and the others name it. Undefined where a step is of a type that this page does not know.
 */
export function readFlow(steps: readonly JsonObject[]): Flow | undefined {
  if (!steps.every((step) => stepTypes.some((type) => type === step.type))) {
    return undefined;
  }

  const byId = new Map(steps.map((step) => [step.id as string, step]));
  const reach = reachOf(steps);
  const placed = new Set<string>();

  // `stop` is what stands below; `later` is all that has its place there or after it.
  const list = (start: Next, stop: Next, later: ReadonlySet<string>): Flow => {
    const found: Step[] = [];
    let at = start;
    while (at !== undefined && !later.has(at) && !placed.has(at)) {
      const json = byId.get(at)!;
      placed.add(at);
      const simple = readSimple(json);
      if (simple !== undefined) {
        found.push(simple);
        at = nextOf(json, 'next');
        continue;
      }

      if (json.type === 'callUrl') {
        // What follows an answer stands below.
        const next = nextOf(json, 'next');
        found.push(readCall(json, list(nextOf(json, 'failed'), next, next === undefined ? later : new Set([...later, ...reach(next)]))));
        at = next;
        continue;
      }

      const join = joinOf(json, stop, later);
      const inner = join === undefined ? later : new Set([...later, ...reach(join)]);
      found.push(readPaths(json, (next) => list(next, join, inner)));
      if (join === undefined) {
        // No path leads on to what stands below.
        return { steps: found, end: stop === undefined ? below : { to: 'complete' } };
      }

      at = join;
    }

    return { steps: found, end: at === stop ? below : at === undefined ? { to: 'complete' } : { to: 'step', key: at } };
  };

  // Where the paths meet: the first step to which the most of them lead.
  const joinOf = (json: JsonObject, stop: Next, later: ReadonlySet<string>): Next => {
    const exits = exitsOf(json);
    const leading = exits.filter((exit): exit is string => exit !== undefined);
    const counts = new Map<string, number>();
    leading.flatMap((exit) => [...reach(exit)]).forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
    const [best] = [...counts]
      .filter(([id, count]) => count > 1 && !later.has(id) && !placed.has(id))
      .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || reach(other).size - reach(one).size);
    if (best !== undefined) {
      return best[0];
    }

    if (stop !== undefined && counts.has(stop)) {
      return stop;
    }

    // Those who fit a condition are done, and the rest go on: that reads better below than indented.
    const otherwise = json.type === 'branch' ? exits.at(-1) : json.type === 'waitForEvent' ? leading[0] : undefined;
    return otherwise !== undefined && leading.length === 1 && !later.has(otherwise) && !placed.has(otherwise) ? otherwise : undefined;
  };

  const first = steps[0]?.id as Next;
  return list(first, undefined, new Set());
}

const nextOf = (json: JsonObject, field: string): Next => (typeof json[field] === 'string' ? json[field] : undefined);

const pathsOf = (json: JsonObject) => (json.paths ?? []) as readonly JsonObject[];

/** Every step that a step leads to, path by path; undefined where the run completes. */
function exitsOf(json: JsonObject): Next[] {
  switch (json.type) {
    case 'branch':
      return [...pathsOf(json).map((path) => nextOf(path, 'next')), nextOf(json, 'otherwise')];
    case 'split':
      return pathsOf(json).map((path) => nextOf(path, 'next'));
    case 'callUrl':
      return [nextOf(json, 'next'), nextOf(json, 'failed')];
    case 'waitForEvent':
      return [nextOf(json, 'next'), nextOf(json, 'timedOut')];
    default:
      return [nextOf(json, 'next')];
  }
}

const headOf = (json: JsonObject) => ({ key: json.id as string, id: json.id as string, name: (json.name ?? '') as string });

/** A step that leads to one other only. */
function readSimple(json: JsonObject): Step | undefined {
  switch (json.type) {
    case 'wait':
      return readWait(json);
    case 'updateContact':
      return readUpdate(json);
    case 'sendEvent':
      return readSend(json);
    case 'sendEmail':
      return readEmail(json);
    default:
      return undefined;
  }
}

function readEmail(json: JsonObject): Step {
  const { templateId, kind, subject, from } = json;
  return {
    ...headOf(json),
    type: 'sendEmail',
    templateId: templateId as string,
    kind: kind as 'marketing' | 'transactional',
    subject: (subject ?? '') as string,
    from: (from ?? '') as string,
  };
}

function readWait(json: JsonObject): WaitStep {
  const { for: time, until, window } = json;
  return {
    ...headOf(json),
    type: 'wait',
    ...(time != null && { for: time as string }),
    ...(until != null && { until: until as unknown as NonNullable<WaitStep['until']> }),
    ...(window != null && { window: window as unknown as NonNullable<WaitStep['window']> }),
  };
}

function readUpdate(json: JsonObject): Step {
  return { ...headOf(json), type: 'updateContact', set: readProperties(json.set) };
}

function readSend(json: JsonObject): Step {
  return { ...headOf(json), type: 'sendEvent', eventName: json.eventName as string, properties: readProperties(json.properties) };
}

function readProperties(json: Json | undefined): Change[] {
  return Object.entries((json ?? {}) as Record<string, Json>).map(([name, value]) => ({ key: nextKey(), name, value }));
}

function readCall(json: JsonObject, failed: Flow): Step {
  const headers = Object.entries((json.headers ?? {}) as Record<string, string>).map(([name, value]): Header => ({ key: nextKey(), name, value }));
  return { ...headOf(json), type: 'callUrl', method: json.method as string, url: json.url as string, headers, body: (json.body ?? '') as string, failed };
}

function readPaths(json: JsonObject, flowOf: (next: Next) => Flow): Step {
  if (json.type === 'waitForEvent') {
    return {
      ...headOf(json),
      type: 'waitForEvent',
      eventName: json.eventName as string,
      ...(json.where != null && { where: json.where }),
      timeout: json.timeout as string,
      received: flowOf(nextOf(json, 'next')),
      timedOut: flowOf(nextOf(json, 'timedOut')),
    };
  }

  if (json.type === 'branch') {
    const paths = pathsOf(json).map((path): BranchPath => ({ key: nextKey(), name: path.name as string, when: path.when!, flow: flowOf(nextOf(path, 'next')) }));
    return { ...headOf(json), type: 'branch', paths, otherwise: flowOf(nextOf(json, 'otherwise')) };
  }

  const paths = pathsOf(json).map((path): SplitPath => ({ key: nextKey(), name: path.name as string, weight: path.weight!, flow: flowOf(nextOf(path, 'next')) }));
  return { ...headOf(json), type: 'split', paths };
}
