import { expect, it } from 'vitest';
import type { JsonObject } from '../../common/exactJson';
import { below, newStep, noSteps, type Flow, type Step } from '../steps/flow';
import { readFlow } from '../steps/readFlow';
import { draw, type Drawing } from './drawing';
import { walk } from './walk';

const rule = { field: 'contact.plan', op: 'exists' };
const wait = (id: string, next?: string): JsonObject => ({ id, type: 'wait', for: 'P1D', ...(next !== undefined && { next }) });
const branch = (id: string, paths: readonly (string | undefined)[], otherwise?: string): JsonObject => ({
  id,
  type: 'branch',
  paths: paths.map((next, at) => ({ name: `Path ${at}`, when: rule, ...(next !== undefined && { next }) })),
  ...(otherwise !== undefined && { otherwise }),
});
const drawn = (...steps: readonly JsonObject[]) => draw(readFlow(steps)!, false);
const called = (drawing: Drawing, id: string) => {
  const node = drawing.nodes.find((one) => one.id === id)!;
  return node.is === 'path' ? `${node.step.id}: ${node.name}` : node.is === 'join' ? 'join' : node.is === 'end' ? 'end' : node.is === 'goTo' ? `to ${node.aim.id}` : node.id;
};
const edges = (drawing: Drawing) => drawing.edges.map((edge) => `${called(drawing, edge.from)} > ${called(drawing, edge.to)}${edge.place === undefined ? '' : ' +'}`);
const at = (drawing: Drawing, id: string) => drawing.nodes.find((node) => node.id === id)!;

it('draws no steps as a way from the trigger to the end', () => expect(edges(draw(noSteps, false))).toEqual(['trigger > end +']));

it('draws paths side by side, and where they meet', () => {
  const drawing = drawn(branch('b', ['c'], 'e'), wait('c', 'f'), wait('e', 'f'), wait('f'));

  expect(edges(drawing).sort()).toEqual(
    ['trigger > b +', 'b > b: Path 0', 'b > b: Otherwise', 'b: Path 0 > c +', 'b: Otherwise > e +', 'c > join +', 'e > join +', 'join > f +', 'f > end +'].sort(),
  );
  const [b, c, e, f] = ['b', 'c', 'e', 'f'].map((id) => at(drawing, id)) as [ReturnType<typeof at>, ReturnType<typeof at>, ReturnType<typeof at>, ReturnType<typeof at>];
  expect(c.y).toBe(e.y);
  expect(c.x).toBeLessThan(b.x);
  expect(c.x + e.x).toBe(0);
  expect([b.x, f.x]).toEqual([0, 0]);
  expect(f.y).toBeGreaterThan(e.y + e.height);
});

it('ends what completes, and gives what goes on alone one place only', () => {
  const drawing = drawn(branch('b', [undefined], 'rest'), wait('rest'));

  expect(edges(drawing)).toContain('b: Path 0 > end +');
  expect(edges(drawing)).toContain('b: Otherwise > join');
  expect(edges(drawing)).toContain('join > rest +');
  expect(drawing.nodes.filter((node) => node.is === 'join' && node.meets)).toEqual([]);
});

it('names a step that stands elsewhere instead of drawing a line across', () => {
  const drawing = drawn({ id: 'call', type: 'callUrl', method: 'GET', url: 'https://example.com', next: 'thanks', failed: 'sorry' }, wait('sorry', 'end'), wait('thanks', 'end'), wait('end'));

  expect(edges(drawing)).toContain('sorry > to end +');
  expect(at(drawing, 'thanks').x).toBe(0);
});

it('shows what no run reaches as such', () => {
  const complete: Flow = { steps: [], end: { to: 'complete' } };
  const closed = { ...newStep('waitForEvent'), received: complete, timedOut: complete } as Step;
  const drawing = draw({ steps: [closed, newStep('wait')], end: below }, false);

  expect(drawing.edges.filter((edge) => edge.broken)).toHaveLength(1);
});

it('never draws one thing over another', () => {
  const wide = Array.from({ length: 8 }, (_, path) => branch(`b${path}`, [`c${path}`, `d${path}`], `e${path}`));
  const ends = Array.from({ length: 8 }, (_, path) => [wait(`c${path}`, 'f'), wait(`d${path}`, 'f'), wait(`e${path}`)]).flat();
  const drawing = drawn(branch('a', wide.slice(1).map((one) => one.id as string), 'b0'), ...wide, ...ends, wait('f'));

  drawing.nodes.forEach((one, index) =>
    drawing.nodes.slice(index + 1).forEach((other) => {
      const apart = Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || one.y + one.height <= other.y || other.y + other.height <= one.y;
      expect(apart, `${one.id} and ${other.id}`).toBe(true);
    }),
  );
  expect(drawing.box.left).toBe(Math.max(...drawing.nodes.map((node) => node.width / 2 - node.x)));
});

it('walks down and up along the edges, and sideways between paths', () => {
  const drawing = drawn(branch('b', ['c'], 'e'), wait('c', 'f'), wait('e', 'f'), wait('f'));
  const go = (...directions: readonly Parameters<typeof walk>[2][]) =>
    directions.reduce<string | undefined>((from, direction) => (from === undefined ? undefined : walk(drawing, from, direction)), 'trigger');

  expect(go('down')).toBe('trigger → b');
  expect(go('down', 'down')).toBe('b');
  expect(go('down', 'down', 'down', 'down')).toBe('c');
  expect(go('down', 'down', 'down', 'down', 'right')).toBe('e');
  expect(go('down', 'down', 'down', 'down', 'right', 'left', 'down', 'down', 'down')).toBe('f');
  expect(go('down', 'down', 'down', 'down', 'up', 'up')).toBe('b');
  expect(go('up')).toBeUndefined();
  expect(go('left')).toBeUndefined();
});
