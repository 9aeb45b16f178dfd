import { expect, it } from 'vitest';
import { readFlow } from '../steps/readFlow';
import { draw } from './drawing';
import { litBy } from './lit';

const rule = { field: 'contact.plan', op: 'exists' };
const drawing = draw(
  readFlow([
    { id: 'b', type: 'branch', paths: [{ name: 'Pro', when: rule, next: 'c' }], otherwise: 'e' },
    { id: 'c', type: 'wait', for: 'P1D', next: 'f' },
    { id: 'e', type: 'wait', for: 'P1D', next: 'f' },
    { id: 'f', type: 'callUrl', method: 'GET', url: 'https://example.com', failed: 'g' },
    { id: 'g', type: 'wait', for: 'P1D' },
  ])!,
  false,
);
const lit = (...visits: readonly { stepId: string; path: string | null }[]) => {
  const ids = litBy(drawing, visits);
  const names = new Map(drawing.nodes.map((node) => [node.id, node.is === 'path' ? `${node.step.id}: ${node.name}` : node.id]));
  return drawing.nodes.filter((node) => ids.has(node.id)).map((node) => names.get(node.id));
};

it('lights the way that a run went, and no other', () => {
  expect(lit({ stepId: 'b', path: 'otherwise' }, { stepId: 'e', path: null }, { stepId: 'f', path: null })).toEqual(['trigger', 'b', 'b: Otherwise', 'e', 'b/join', 'f', 'f: Answered', 'f/join', 'main/end'].sort(inOrder));
  expect(lit({ stepId: 'b', path: 'Pro' }, { stepId: 'c', path: null }, { stepId: 'f', path: 'failed' }, { stepId: 'g', path: null })).toContain('f: Failed');
});

it('lights nothing for who does not enter', () => expect(lit()).toEqual([]));

function inOrder(one: string, other: string): number {
  const order = drawing.nodes.map((node) => (node.is === 'path' ? `${node.step.id}: ${node.name}` : node.id));
  return order.indexOf(one) - order.indexOf(other);
}
