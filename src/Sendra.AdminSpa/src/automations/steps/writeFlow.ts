import type { Json, JsonObject } from '../../common/exactJson';
import { allSteps, flowsOf, type Change, type End, type Flow, type Step } from './flow';

interface Written {
  /** As the API takes them. */
  readonly steps: readonly JsonObject[];
  /** The key of each, in the same order: errors of the API count by it. */
  readonly keys: readonly string[];
}

/** The steps for the API, each with where it leads. */
export function writeFlow(flow: Flow): Written {
  const ids = new Map(allSteps(flow).map((step) => [step.key, step.id]));
  const steps: JsonObject[] = [];
  const keys: string[] = [];

  const leadsTo = (end: End, after: string | undefined): string | undefined => {
    switch (end.to) {
      case 'below':
        return after;
      case 'complete':
        return undefined;
      case 'step':
        // A step that was removed since is no aim any more.
        return ids.get(end.key) ?? after;
    }
  };
  const begin = (list: Flow, after: string | undefined) => list.steps[0]?.id ?? leadsTo(list.end, after);
  const write = (list: Flow, after: string | undefined) =>
    list.steps.forEach((step, at) => {
      const next = list.steps[at + 1]?.id ?? leadsTo(list.end, after);
      steps.push(writeStep(step, next, begin));
      keys.push(step.key);
      flowsOf(step).forEach((inner) => write(inner, next));
    });
  write(flow, undefined);
  return { steps, keys };
}

function writeStep(step: Step, next: string | undefined, begin: (flow: Flow, after: string | undefined) => string | undefined): JsonObject {
  const { id, type } = step;
  const head = { id, type, ...present({ name: step.name.trim() || undefined }) };
  switch (step.type) {
    case 'wait': {
      const { until, window } = step;
      return {
        ...head,
        ...present({
          for: step.for,
          until: until && { field: until.field.trim(), ...present({ offset: until.offset }) },
          window: window && { ...present({ days: window.days }), from: window.from, to: window.to, ...present({ timeZone: window.timeZone }) },
          next,
        }),
      };
    }
    case 'waitForEvent':
      return {
        ...head,
        eventName: step.eventName.trim(),
        ...present({ where: step.where }),
        timeout: step.timeout,
        ...present({ next: begin(step.received, next), timedOut: begin(step.timedOut, next) }),
      };
    case 'branch':
      return {
        ...head,
        paths: step.paths.map(({ name, when, flow }) => ({ name: name.trim(), when, ...present({ next: begin(flow, next) }) })),
        ...present({ otherwise: begin(step.otherwise, next) }),
      };
    case 'split':
      return { ...head, paths: step.paths.map(({ name, weight, flow }) => ({ name: name.trim(), weight, ...present({ next: begin(flow, next) }) })) };
    case 'callUrl': {
      const headers = Object.fromEntries(step.headers.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]));
      return {
        ...head,
        method: step.method,
        url: step.url.trim(),
        ...present({
          headers: Object.keys(headers).length > 0 ? headers : undefined,
          body: step.body === '' || step.method === 'GET' ? undefined : step.body,
          next,
          failed: begin(step.failed, next),
        }),
      };
    }
    case 'sendEmail':
      return { ...head, templateId: step.templateId, kind: step.kind, ...present({ subject: step.subject.trim() || undefined, from: step.from.trim() || undefined, next }) };
    case 'updateContact':
      return { ...head, set: written(step.set), ...present({ next }) };
    case 'sendEvent':
      return { ...head, eventName: step.eventName.trim(), ...present({ properties: step.properties.length > 0 ? written(step.properties) : undefined, next }) };
  }
}

const written = (properties: readonly Change[]): JsonObject => Object.fromEntries(properties.map(({ name, value }) => [name.trim(), value]));

function present(fields: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((one): one is [string, Json] => one[1] !== undefined));
}
