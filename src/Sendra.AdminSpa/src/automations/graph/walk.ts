import type { Drawing, DrawnEdge, DrawnNode } from './drawing';

/** What the keyboard stops at: the trigger, a step, or the button on an edge. */
export interface Stop {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const isStop = (node: DrawnNode) => node.is === 'step' || node.is === 'trigger';

export function stopsOf({ nodes, edges }: Drawing): readonly Stop[] {
  return [
    ...nodes.filter(isStop).map(({ id, x, y, height }) => ({ id, x, y: y + height / 2 })),
    ...edges.filter((edge) => edge.place !== undefined).map(({ id, plus }) => ({ id, ...plus })),
  ];
}

/** How much farther something is for each pixel that it is not level. */
const slope = 2;
/** Farther above or below than this, nothing is beside. */
const level = 130;

/** Where an arrow key leads from a stop; undefined where there is nothing that way. */
export function walk(drawing: Drawing, from: string, direction: Direction): string | undefined {
  const stops = new Map(stopsOf(drawing).map((stop) => [stop.id, stop]));
  const here = stops.get(from);
  if (here === undefined) {
    return undefined;
  }

  const nearest = (list: readonly Stop[], distance: (stop: Stop) => number) =>
    list.reduce<Stop | undefined>((best, stop) => (best === undefined || distance(stop) < distance(best) ? stop : best), undefined)?.id;
  if (direction === 'left' || direction === 'right') {
    const beside = [...stops.values()].filter((stop) => (direction === 'left' ? stop.x < here.x - 1 : stop.x > here.x + 1) && Math.abs(stop.y - here.y) < level);
    return nearest(beside, (stop) => Math.abs(stop.x - here.x) + slope * Math.abs(stop.y - here.y));
  }

  const along = direction === 'down' ? following(drawing, from) : preceding(drawing, from);
  return nearest(
    along.map((id) => stops.get(id)!),
    (stop) => Math.abs(stop.x - here.x),
  );
}

function following({ nodes, edges }: Drawing, from: string): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const at = (id: string): string[] => (isStop(byId.get(id)!) ? [id] : edges.filter((edge) => edge.from === id).flatMap(on));
  const on = (edge: DrawnEdge): string[] => (edge.place === undefined ? at(edge.to) : [edge.id]);
  const edge = edges.find((one) => one.id === from);
  return edge === undefined ? edges.filter((one) => one.from === from).flatMap(on) : at(edge.to);
}

function preceding({ nodes, edges }: Drawing, from: string): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const at = (id: string): string[] => (isStop(byId.get(id)!) ? [id] : edges.filter((edge) => edge.to === id).flatMap(on));
  const on = (edge: DrawnEdge): string[] => (edge.place === undefined ? at(edge.from) : [edge.id]);
  const edge = edges.find((one) => one.id === from);
  return edge === undefined ? edges.filter((one) => one.to === from).flatMap(on) : at(edge.from);
}
