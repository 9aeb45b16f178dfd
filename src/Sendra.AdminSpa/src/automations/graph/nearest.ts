import { canMove } from '../steps/edits';
import type { Flow, Step } from '../steps/flow';
import type { DrawnEdge, Drawing } from './drawing';
import type { FlowNode } from './GraphNode';

/** How near to an edge a step must be let go. */
const reach = 110;

/** The edge on which a step would be put if its node were let go here; nothing when none is near that takes it. */
export function nearestEdge(drawing: Drawing, flow: Flow, step: Step, { position, width }: FlowNode): DrawnEdge | undefined {
  const x = position.x + width! / 2;
  const y = position.y + 10;
  return drawing.edges
    .filter((edge) => edge.place !== undefined && canMove(flow, step.key, edge.place))
    .map((edge) => ({ edge, far: Math.hypot(edge.plus.x - x, edge.plus.y - y) }))
    .filter(({ far }) => far < reach)
    .sort((one, other) => one.far - other.far)[0]?.edge;
}
