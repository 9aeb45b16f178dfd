import { expect, it } from 'vitest';
import type { JsonObject } from '../../common/exactJson';
import { allSteps, moved, newStep, stepTypes, type BranchStep, type CallStep } from './flow';
import { readFlow } from './readFlow';
import { writeFlow } from './writeFlow';

const plan = { field: 'contact.plan', op: 'equals', value: 'pro' };
const wait = (id: string, next?: string): JsonObject => ({ id, type: 'wait', for: 'P1D', ...(next !== undefined && { next }) });
const branch = (id: string, yes?: string, otherwise?: string): JsonObject => ({
  id,
  type: 'branch',
  paths: [{ name: 'Yes', when: plan, ...(yes !== undefined && { next: yes }) }],
  ...(otherwise !== undefined && { otherwise }),
});
const sorted = (steps: readonly JsonObject[]) => [...steps].sort((one, other) => (one.id as string).localeCompare(other.id as string));

it('reads a branch whose paths meet again as a list that goes on below it', () => {
  const flow = readFlow([branch('which', 'pro', 'free'), wait('pro', 'end'), wait('free', 'end'), wait('end')])!;

  expect(flow.steps.map((step) => step.id)).toEqual(['which', 'end']);
  const [which] = flow.steps as [BranchStep];
  expect(which.paths[0]!.flow).toMatchObject({ steps: [{ id: 'pro' }], end: { to: 'below' } });
  expect(which.otherwise).toMatchObject({ steps: [{ id: 'free' }], end: { to: 'below' } });
});

it('reads a way out as such, and the rest below', () => {
  const flow = readFlow([branch('bought', undefined, 'rest'), wait('rest')])!;

  expect(flow.steps.map((step) => step.id)).toEqual(['bought', 'rest']);
  const [bought] = flow.steps as [BranchStep];
  expect(bought.paths[0]!.flow).toEqual({ steps: [], end: { to: 'complete' } });
  expect(bought.otherwise).toEqual({ steps: [], end: { to: 'below' } });
});

it('names a step to which another path leads where it does not stand below', () => {
  const steps: JsonObject[] = [
    { id: 's', type: 'split', paths: [{ name: 'A', weight: 1, next: 'b' }, { name: 'B', weight: 1, next: 'x' }, { name: 'C', weight: 1, next: 'y' }] },
    branch('b', 'x', 'y'),
    wait('x'),
    wait('y'),
  ];

  expect(sorted(writeFlow(readFlow(steps)!).steps)).toEqual(sorted(steps));
});

it('keeps everything that the four types can hold', () => {
  const steps: JsonObject[] = [
    { id: 'w', type: 'wait', name: 'Until the end', until: { field: 'contact.endsAt', offset: '-P3D' }, window: { days: ['mon'], from: '09:00', to: '24:00', timeZone: 'Europe/Berlin' }, next: 'u' },
    { id: 'u', type: 'updateContact', set: { plan: 'pro', n: 1, copied: { field: 'event.a' }, gone: null, flag: false }, next: 's' },
    { id: 's', type: 'split', paths: [{ name: 'A', weight: 0.5 }, { name: 'B', weight: 0, next: 'v' }] },
    wait('v'),
  ];

  expect(writeFlow(readFlow(steps)!).steps).toEqual(steps);
});

it('keeps a wait for an event with its two ways', () => {
  const event: JsonObject = { id: 'e', type: 'waitForEvent', eventName: 'invoicePaid', where: plan, timeout: 'P7D', next: 'paid', timedOut: 'late' };
  const steps: JsonObject[] = [event, wait('paid', 'end'), wait('late', 'end'), wait('end')];

  expect(readFlow(steps)!.steps.map((step) => step.id)).toEqual(['e', 'end']);
  expect(sorted(writeFlow(readFlow(steps)!).steps)).toEqual(sorted(steps));
  expect(writeFlow(readFlow([event, wait('paid'), wait('late')])!).steps).toEqual([event, wait('paid'), wait('late')]);
});

it('reads a wait for an event of which one way goes on as a list', () => {
  const steps: JsonObject[] = [{ id: 'e', type: 'waitForEvent', eventName: 'x', timeout: 'P1D', timedOut: 'rest' }, wait('rest')];

  expect(readFlow(steps)!.steps.map((step) => step.id)).toEqual(['e', 'rest']);
  expect(writeFlow(readFlow(steps)!).steps).toEqual(steps);
});

it('leaves alone what holds a step of a type that it does not know', () =>
  expect(readFlow([{ id: 'fly', type: 'teleport', to: 'mars' }])).toBeUndefined());

it('reads a call with what follows an answer below it, and what follows a failure inside', () => {
  const call: JsonObject = { id: 'call', type: 'callUrl', method: 'POST', url: 'https://example.com', headers: { 'X-A': 'b' }, body: '{}', next: 'thanks', failed: 'sorry' };
  const steps = [call, wait('sorry', 'end'), wait('thanks', 'end'), wait('end')];

  const flow = readFlow(steps)!;

  expect(flow.steps.map((step) => step.id)).toEqual(['call', 'thanks', 'end']);
  expect((flow.steps[0] as CallStep).failed).toMatchObject({ steps: [{ id: 'sorry' }], end: { to: 'step', key: 'end' } });
  expect(writeFlow(flow).steps).toEqual(steps);
});

it('keeps an event that a step sends', () => {
  const send: JsonObject = { id: 'send', type: 'sendEvent', eventName: 'ready', properties: { plan: { field: 'event.plan' }, note: null }, next: 'end' };
  for (const steps of [[send, wait('end')], [{ id: 'send', type: 'sendEvent', eventName: 'ready' }]]) {
    expect(writeFlow(readFlow(steps)!).steps).toEqual(steps);
  }
});

it('keeps a call that ends the run, and one that goes on either way', () => {
  const call = (id: string, leads: JsonObject): JsonObject => ({ id, type: 'callUrl', method: 'GET', url: 'https://example.com', ...leads });
  for (const steps of [[call('a', {})], [call('a', { failed: 'b' }), wait('b')], [call('a', { next: 'b', failed: 'b' }), wait('b')], [call('a', { next: 'b' }), wait('b')]]) {
    expect(writeFlow(readFlow(steps)!).steps).toEqual(steps);
  }
});

it('goes on below where a path named a step that was removed', () => {
  const flow = readFlow([branch('which', 'a', 'b'), wait('a'), wait('b')])!;
  const [which] = flow.steps as [BranchStep];
  const named = { ...flow, steps: [{ ...which, otherwise: { steps: [], end: { to: 'step', key: 'gone' } as const } }, newStep('wait')] };

  expect(writeFlow(named).steps[0]!.otherwise).toBe(named.steps[1]!.id);
});

it.each(stepTypes)('makes a fresh %s whose id no step ever had', (type) => {
  const ids = Array.from({ length: 50 }, () => newStep(type).id);

  expect(new Set(ids).size).toBe(50);
  ids.forEach((id) => expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/));
});

it('moves by one place', () => expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']));

// Whatever the shape, what is read and written again leads where it led.
it('loses nothing of 400 random flows', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let round = 0; round < 400; round++) {
    const count = 1 + random(12);
    const to = (from: number) => (from + 1 >= count || random(4) === 0 ? undefined : `s${from + 1 + random(Math.min(4, count - from - 1))}`);
    const all = Array.from({ length: count }, (_, at): JsonObject => {
      const id = `s${at}`;
      switch (random(3)) {
        case 0:
          return branch(id, to(at), to(at));
        case 1:
          return { id, type: 'split', paths: ['A', 'B', 'C'].slice(0, 1 + random(3)).map((name) => ({ name, weight: 1, ...lead(to(at)) })) };
        default:
          return wait(id, to(at));
      }
    });
    const steps = reachable(all);
    const flow = readFlow(steps)!;
    expect(allSteps(flow)).toHaveLength(steps.length);
    const { steps: written, keys } = writeFlow(flow);
    expect(written[0]!.id).toBe('s0');
    expect(keys).toEqual(written.map((step) => step.id));
    expect(sorted(written)).toEqual(sorted(steps));
    expect(writeFlow(readFlow(written)!).steps).toEqual(written);
  }
});

const lead = (next: string | undefined): JsonObject => (next === undefined ? {} : { next });

function reachable(all: readonly JsonObject[]): JsonObject[] {
  const found = new Set(['s0']);
  for (const step of all.filter((one) => found.has(one.id as string) || one.id === 's0')) {
    follow(step);
  }

  function follow(step: JsonObject) {
    const paths = (step.paths ?? []) as readonly JsonObject[];
    for (const next of [step.next, step.otherwise, ...paths.map((path) => path.next)]) {
      if (typeof next === 'string' && !found.has(next)) {
        found.add(next);
        follow(all.find((one) => one.id === next)!);
      }
    }
  }

  return all.filter((step) => found.has(step.id as string));
}
