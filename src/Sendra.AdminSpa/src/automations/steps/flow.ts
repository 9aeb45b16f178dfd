import type { Json } from '../../common/exactJson';
import type { Condition } from '../conditions/condition';

/** The steps as people read them: a list, in which a branch or a split has a list of its own for each of its paths. */
export interface Flow {
  readonly steps: readonly Step[];
  readonly end: End;
}

/** Where a list leads after its last step: on below the step that it is a path of, out of the automation, or elsewhere. */
export type End = { readonly to: 'below' } | { readonly to: 'complete' } | { readonly to: 'step'; readonly key: string };

export interface Path {
  readonly key: string;
  readonly name: string;
  readonly flow: Flow;
}

export interface BranchPath extends Path {
  readonly when: Condition;
}

export interface SplitPath extends Path {
  readonly weight: Json;
}

export interface Change {
  readonly key: string;
  readonly name: string;
  readonly value: Json;
}

export interface Window {
  readonly days?: readonly string[] | undefined;
  readonly from: string;
  readonly to: string;
  readonly timeZone?: string | undefined;
}

interface Head {
  /** Stays while the page is open, also when the id is changed. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

export interface WaitStep extends Head {
  readonly type: 'wait';
  readonly for?: string | undefined;
  readonly until?: { readonly field: string; readonly offset?: string | undefined } | undefined;
  readonly window?: Window | undefined;
}

export interface WaitForEventStep extends Head {
  readonly type: 'waitForEvent';
  readonly eventName: string;
  readonly where?: Condition | undefined;
  readonly timeout: string;
  readonly received: Flow;
  readonly timedOut: Flow;
}

export interface BranchStep extends Head {
  readonly type: 'branch';
  readonly paths: readonly BranchPath[];
  readonly otherwise: Flow;
}

export interface SplitStep extends Head {
  readonly type: 'split';
  readonly paths: readonly SplitPath[];
}

export interface EmailStep extends Head {
  readonly type: 'sendEmail';
  readonly templateId: string;
  readonly kind: 'marketing' | 'transactional';
  /** Empty for the template's. */
  readonly subject: string;
  /** Empty for the workspace's sender. */
  readonly from: string;
}

export interface UpdateStep extends Head {
  readonly type: 'updateContact';
  readonly set: readonly Change[];
}

export interface SendEventStep extends Head {
  readonly type: 'sendEvent';
  readonly eventName: string;
  readonly properties: readonly Change[];
}

export interface Header {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

export interface CallStep extends Head {
  readonly type: 'callUrl';
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string;
  /** Where those go whose call failed for good. */
  readonly failed: Flow;
}

export type Step = EmailStep | WaitStep | WaitForEventStep | BranchStep | SplitStep | UpdateStep | SendEventStep | CallStep;

export type StepType = Step['type'];

export const stepTypes: readonly StepType[] = ['sendEmail', 'wait', 'waitForEvent', 'branch', 'split', 'updateContact', 'sendEvent', 'callUrl'];

export const below: End = { to: 'below' };

export const noSteps: Flow = { steps: [], end: below };

let made = 0;

/** A key for what has no id of its own. */
export const nextKey = () => `key ${++made}`;

/** The ways out of a step that have a list of their own, in order; `key` tells them apart inside the step. */
export function pathsOf(step: Step): readonly Path[] {
  switch (step.type) {
    case 'branch':
      return [...step.paths, { key: 'otherwise', name: 'Otherwise', flow: step.otherwise }];
    case 'split':
      return step.paths;
    case 'callUrl':
      return [{ key: 'failed', name: 'Failed', flow: step.failed }];
    case 'waitForEvent':
      return [
        { key: 'received', name: 'Received', flow: step.received },
        { key: 'timedOut', name: 'Timed out', flow: step.timedOut },
      ];
    case 'sendEmail':
    case 'wait':
    case 'updateContact':
    case 'sendEvent':
      return [];
  }
}

/** The step with other lists in the places of its own. */
export function withFlows(step: Step, change: (flow: Flow, key: string) => Flow): Step {
  switch (step.type) {
    case 'branch':
      return { ...step, paths: step.paths.map((path) => ({ ...path, flow: change(path.flow, path.key) })), otherwise: change(step.otherwise, 'otherwise') };
    case 'split':
      return { ...step, paths: step.paths.map((path) => ({ ...path, flow: change(path.flow, path.key) })) };
    case 'callUrl':
      return { ...step, failed: change(step.failed, 'failed') };
    case 'waitForEvent':
      return { ...step, received: change(step.received, 'received'), timedOut: change(step.timedOut, 'timedOut') };
    case 'sendEmail':
    case 'wait':
    case 'updateContact':
    case 'sendEvent':
      return step;
  }
}

/** The lists inside a step, in order. */
export const flowsOf = (step: Step): readonly Flow[] => pathsOf(step).map((path) => path.flow);

/** Every step, those inside others too, in the order in which they are read. */
export function allSteps(flow: Flow): Step[] {
  return flow.steps.flatMap((step) => [step, ...flowsOf(step).flatMap(allSteps)]);
}

/** An id unlike any that a version may have had: runs would take it for the step of that id. */
export const freshId = (type: StepType) => `${type}-${Math.random().toString(36).slice(2, 8).padEnd(6, '0')}`;

/** A fresh step. */
export function newStep(type: StepType): Step {
  const id = freshId(type);
  const head = { key: id, id, name: '' };
  switch (type) {
    case 'sendEmail':
      return { ...head, type, templateId: '', kind: 'marketing', subject: '', from: '' };
    case 'wait':
      return { ...head, type, for: 'P1D' };
    case 'waitForEvent':
      return { ...head, type, eventName: '', timeout: 'P7D', received: noSteps, timedOut: noSteps };
    case 'branch':
      return { ...head, type, paths: [{ key: nextKey(), name: 'Yes', when: { field: '', op: 'equals', value: '' }, flow: noSteps }], otherwise: noSteps };
    case 'split':
      return { ...head, type, paths: ['A', 'B'].map((name) => ({ key: nextKey(), name, weight: 50, flow: noSteps })) };
    case 'updateContact':
      return { ...head, type, set: [{ key: nextKey(), name: '', value: '' }] };
    case 'sendEvent':
      return { ...head, type, eventName: '', properties: [] };
    case 'callUrl':
      return { ...head, type, method: 'POST', url: '', headers: [], body: '', failed: noSteps };
  }
}

/** A list with one of its items moved by one place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const result = [...list];
  const [item] = result.splice(from, 1);
  result.splice(from + by, 0, item!);
  return result;
}
