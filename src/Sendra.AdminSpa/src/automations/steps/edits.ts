import { allSteps, below, flowsOf, freshId, nextKey, pathsOf, withFlows, type Flow, type Path, type Step } from './flow';
import { reaches } from './reach';
import { writeFlow } from './writeFlow';

/** A place among the steps: before the step that stands there, or after the last. */
export interface Place {
  readonly list: ListId;
  readonly at: number;
}

/** The outermost list, or one inside a step. */
export type ListId = string;

export const mainList: ListId = 'main';

export const listOf = (step: Step, path: Pick<Path, 'key'>): ListId => `${step.key}/${path.key}`;

/** Where a step stands; undefined when it is not among them. */
export function placeOf(flow: Flow, key: string, list: ListId = mainList): Place | undefined {
  const at = flow.steps.findIndex((step) => step.key === key);
  if (at >= 0) {
    return { list, at };
  }

  for (const step of flow.steps) {
    for (const path of pathsOf(step)) {
      const found = placeOf(path.flow, key, listOf(step, path));
      if (found !== undefined) {
        return found;
      }
    }
  }

  return undefined;
}

/** The place after a step, else the one after all. */
export function after(flow: Flow, key: string | undefined): Place {
  const place = key === undefined ? undefined : placeOf(flow, key);
  return place === undefined ? { list: mainList, at: flow.steps.length } : { list: place.list, at: place.at + 1 };
}

export const stepOf = (flow: Flow, key: string): Step | undefined => allSteps(flow).find((step) => step.key === key);

export function insert(flow: Flow, place: Place, steps: readonly Step[]): Flow {
  return onLists(flow, (list, id) => (id === place.list ? { ...list, steps: [...list.steps.slice(0, place.at), ...steps, ...list.steps.slice(place.at)] } : list));
}

/** Without these steps and all inside them. */
export function remove(flow: Flow, keys: readonly string[]): Flow {
  return onLists(flow, (list) => (list.steps.some((step) => keys.includes(step.key)) ? { ...list, steps: list.steps.filter((step) => !keys.includes(step.key)) } : list));
}

/** The step, with all that is inside it, in another place. It is left where it is when that place is inside of it. */
export function move(flow: Flow, key: string, to: Place): Flow {
  const step = stepOf(flow, key);
  const from = placeOf(flow, key);
  if (step === undefined || from === undefined || !canMove(flow, key, to)) {
    return flow;
  }

  const at = from.list === to.list && from.at < to.at ? to.at - 1 : to.at;
  return withoutLoops(insert(remove(flow, [key]), { list: to.list, at }, [step]));
}

/** Whether moving a step there changes anything. */
export function canMove(flow: Flow, key: string, to: Place): boolean {
  const step = stepOf(flow, key);
  const from = placeOf(flow, key);
  return (
    step !== undefined &&
    from !== undefined &&
    !listsIn(step).includes(to.list) &&
    !(from.list === to.list && (to.at === from.at || to.at === from.at + 1))
  );
}

export function replace(flow: Flow, key: string, step: Step): Flow {
  return onLists(flow, (list) => (list.steps.some((one) => one.key === key) ? { ...list, steps: list.steps.map((one) => (one.key === key ? step : one)) } : list));
}

/** Of these steps, those that are inside no other of them, as they are read. */
export function outermost(flow: Flow, keys: readonly string[]): readonly Step[] {
  return flow.steps.flatMap((step) => (keys.includes(step.key) ? [step] : flowsOf(step).flatMap((inner) => outermost(inner, keys))));
}

/** Copies of steps in a place, each a step of its own, and these copies. */
export function paste(flow: Flow, place: Place, steps: readonly Step[]): { readonly flow: Flow; readonly pasted: readonly Step[] } {
  const ids = new Map(steps.flatMap((step) => [step, ...flowsOf(step).flatMap(allSteps)]).map((step) => [step.key, freshId(step.type)]));
  const copy = (step: Step): Step => {
    const id = ids.get(step.key)!;
    const inner = withFlows({ ...step, key: id, id }, (list) => ({
      steps: list.steps.map(copy),
      // What is not copied is no aim: the copy may stand in another automation.
      end: list.end.to === 'step' ? (ids.has(list.end.key) ? { to: 'step', key: ids.get(list.end.key)! } : below) : list.end,
    }));
    return inner.type === 'branch'
      ? { ...inner, paths: inner.paths.map((path) => ({ ...path, key: nextKey() })) }
      : inner.type === 'split'
        ? { ...inner, paths: inner.paths.map((path) => ({ ...path, key: nextKey() })) }
        : inner;
  };
  const pasted = steps.map(copy);
  return { flow: insert(flow, place, pasted), pasted };
}

/** A way to a step that leads back again goes on below instead. */
function withoutLoops(flow: Flow): Flow {
  const { steps } = writeFlow(flow);
  const idOf = new Map(allSteps(flow).map((step) => [step.key, step.id]));
  return onLists(flow, (list, id) => {
    const owner = idOf.get(id.slice(0, id.lastIndexOf('/')));
    const aim = list.end.to === 'step' ? idOf.get(list.end.key) : undefined;
    return owner !== undefined && aim !== undefined && reaches(steps, aim, owner) ? { ...list, end: below } : list;
  });
}

function listsIn(step: Step): ListId[] {
  return pathsOf(step).flatMap((path) => [listOf(step, path), ...path.flow.steps.flatMap(listsIn)]);
}

/** Every list changed, the inner ones first. */
function onLists(flow: Flow, change: (list: Flow, id: ListId) => Flow, id: ListId = mainList): Flow {
  return change({ ...flow, steps: flow.steps.map((step) => withFlows(step, (inner, key) => onLists(inner, change, listOf(step, { key })))) }, id);
}
