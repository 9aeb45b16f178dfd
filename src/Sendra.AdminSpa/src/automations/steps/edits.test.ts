import { expect, it } from 'vitest';
import { after, canMove, insert, listOf, mainList, move, outermost, paste, placeOf, remove, replace, stepOf } from './edits';
import { allSteps, noSteps, type BranchStep, type Flow, type Step } from './flow';
import { writeFlow } from './writeFlow';

const wait = (id: string): Step => ({ key: id, id, name: '', type: 'wait', for: 'P1D' });
const branch = (id: string, yes: Flow, otherwise: Flow = noSteps): BranchStep => ({
  key: id,
  id,
  name: '',
  type: 'branch',
  paths: [{ key: 'yes', name: 'Yes', when: { field: 'contact.plan', op: 'exists' }, flow: yes }],
  otherwise,
});
const list = (...steps: readonly Step[]): Flow => ({ steps, end: { to: 'below' } });
const ids = (flow: Flow) => allSteps(flow).map((step) => step.id);

const flow = list(wait('a'), branch('b', list(wait('c'), wait('d')), list(wait('e'))), wait('f'));

it('knows where each step stands', () => {
  expect(placeOf(flow, 'f')).toEqual({ list: mainList, at: 2 });
  expect(placeOf(flow, 'd')).toEqual({ list: 'b/yes', at: 1 });
  expect(placeOf(flow, 'e')).toEqual({ list: 'b/otherwise', at: 0 });
  expect(placeOf(flow, 'gone')).toBeUndefined();
});

it('inserts after a step, in its list', () => {
  expect(ids(insert(flow, after(flow, 'c'), [wait('x')]))).toEqual(['a', 'b', 'c', 'x', 'd', 'e', 'f']);
  expect(ids(insert(flow, after(flow, 'b'), [wait('x')]))).toEqual(['a', 'b', 'c', 'd', 'e', 'x', 'f']);
  expect(ids(insert(flow, after(flow, undefined), [wait('x')]))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'x']);
  expect(ids(insert(flow, { list: 'b/otherwise', at: 0 }, [wait('x')]))).toEqual(['a', 'b', 'c', 'd', 'x', 'e', 'f']);
});

it('removes steps with all inside them', () => {
  expect(ids(remove(flow, ['b']))).toEqual(['a', 'f']);
  expect(ids(remove(flow, ['c', 'f']))).toEqual(['a', 'b', 'd', 'e']);
});

it.each([
  ['a', { list: mainList, at: 3 }, ['b', 'c', 'd', 'e', 'f', 'a']],
  ['f', { list: mainList, at: 0 }, ['f', 'a', 'b', 'c', 'd', 'e']],
  ['f', { list: 'b/yes', at: 1 }, ['a', 'b', 'c', 'f', 'd', 'e']],
  ['d', { list: 'b/yes', at: 0 }, ['a', 'b', 'd', 'c', 'e', 'f']],
  ['c', { list: mainList, at: 3 }, ['a', 'b', 'd', 'e', 'f', 'c']],
  ['b', { list: mainList, at: 3 }, ['a', 'f', 'b', 'c', 'd', 'e']],
])('moves %s to %o', (key, to, order) => expect(ids(move(flow, key, to))).toEqual(order));

it.each([
  ['b', { list: 'b/yes', at: 0 }],
  ['b', { list: mainList, at: 1 }],
  ['b', { list: mainList, at: 2 }],
  ['gone', { list: mainList, at: 0 }],
])('leaves %s where it is when moved to %o', (key, to) => {
  expect(canMove(flow, key, to)).toBe(false);
  expect(move(flow, key, to)).toEqual(flow);
});

it('never makes a circle of a way to a step that is moved above it', () => {
  const leading = list(branch('b', { steps: [], end: { to: 'step', key: 'f' } }), wait('e'), wait('f'));

  const moved = move(leading, 'f', { list: mainList, at: 0 });

  expect((stepOf(moved, 'b') as BranchStep).paths[0]!.flow.end).toEqual({ to: 'below' });
  expect(writeFlow(moved).steps.map((step) => step.id)).toEqual(['f', 'b', 'e']);
  expect((stepOf(move(leading, 'e', { list: mainList, at: 3 }), 'b') as BranchStep).paths[0]!.flow.end).toEqual({ to: 'step', key: 'f' });
});

it('copies what is outermost of what is chosen, as it is read', () => {
  expect(outermost(flow, ['f', 'd', 'b']).map((step) => step.id)).toEqual(['b', 'f']);
  expect(outermost(flow, ['d', 'c']).map((step) => step.id)).toEqual(['c', 'd']);
});

it('pastes steps of their own: no id, key or aim is shared', () => {
  const aims = list(branch('b', list(wait('c')), { steps: [], end: { to: 'step', key: 'z' } }), wait('z'));

  const { flow: next, pasted } = paste(aims, { list: mainList, at: 2 }, outermost(aims, ['b']));

  expect(new Set(ids(next)).size).toBe(5);
  const [copy] = pasted as [BranchStep];
  expect(copy.otherwise.end).toEqual({ to: 'below' });
  expect(copy.paths[0]!.key).not.toBe('yes');
  const both = paste(aims, { list: mainList, at: 2 }, outermost(aims, ['b', 'z'])).pasted as [BranchStep, Step];
  expect(both[0].otherwise.end).toEqual({ to: 'step', key: both[1].key });
});

it('replaces a step wherever it stands', () => {
  const next = replace(flow, 'd', { ...wait('d'), name: 'Later' });

  expect(stepOf(next, 'd')!.name).toBe('Later');
  expect(listOf(stepOf(next, 'b')!, { key: 'yes' })).toBe('b/yes');
});
