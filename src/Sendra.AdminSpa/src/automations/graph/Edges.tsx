import { IconPlus } from '@tabler/icons-react';
import { ViewportPortal } from '@xyflow/react';
import { useFlow } from '../steps/FlowContext';
import { stepCalled } from '../steps/words';
import type { DrawnEdge, DrawnNode, Drawing } from './drawing';
import { useGraph } from './GraphContext';
import classes from './Edges.module.css';

/** The lines, and the buttons that stand on them. */
export function Edges({ drawing }: { readonly drawing: Drawing }) {
  const { lit } = useGraph();
  const { readOnly } = useFlow();
  const byId = new Map(drawing.nodes.map((node) => [node.id, node]));
  const { left, right, height } = drawing.box;
  return (
    <ViewportPortal>
      <svg className={classes.lines} style={{ left: -left, top: 0 }} width={left + right} height={height} viewBox={`${-left} 0 ${left + right} ${height}`} aria-hidden>
        {drawing.edges.map((edge) => (
          <path key={edge.id} d={lineOf(byId.get(edge.from)!, byId.get(edge.to)!)} data-lit={lit?.has(edge.id) || undefined} data-dim={(lit !== undefined && !lit.has(edge.id)) || undefined} data-broken={edge.broken || undefined} />
        ))}
        {drawing.edges.filter((edge) => hasTip(byId.get(edge.to)!)).map((edge) => {
          const { x, y } = byId.get(edge.to)!;
          return <path key={edge.id} className={classes.tip} d={`M ${x - 4} ${y - 7} L ${x} ${y - 1} L ${x + 4} ${y - 7} Z`} data-lit={lit?.has(edge.id) || undefined} data-dim={(lit !== undefined && !lit.has(edge.id)) || undefined} />;
        })}
      </svg>
      {drawing.edges.map((edge) => edge.place !== undefined && <EdgeLabel key={edge.id} edge={edge} from={byId.get(edge.from)!} to={byId.get(edge.to)!} readOnly={readOnly} />)}
    </ViewportPortal>
  );
}

const hasTip = (node: DrawnNode) => node.is === 'step' || node.is === 'end' || node.is === 'goTo';

interface EdgeLabelProps {
  readonly edge: DrawnEdge;
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  readonly readOnly: boolean;
}

function EdgeLabel({ edge, from, to, readOnly }: EdgeLabelProps) {
  const { current, target, moving, takes, trigger, simulated, onPlus } = useGraph();
  const { counts } = useFlow();
  const passed = from.is === 'trigger' ? trigger.entered : from.is === 'step' ? leftBy(from, counts?.[from.step.id]) : undefined;
  const canTake = moving !== undefined && takes(edge);
  return (
    <div className={classes.label} style={{ transform: `translate(${edge.plus.x}px, ${edge.plus.y}px)` }}>
      {!readOnly && (
        <button
          type="button"
          className={`nodrag nopan ${classes.plus}`}
          data-stop={edge.id}
          data-takes={canTake || undefined}
          data-refuses={(moving !== undefined && !canTake) || undefined}
          data-target={target === edge.id || undefined}
          tabIndex={current === edge.id ? 0 : -1}
          aria-label={`${canTake ? 'Move it here' : 'Add a step'}: ${between(from, to)}`}
          onClick={() => onPlus(edge)}
        >
          <IconPlus size={14} stroke={2.2} aria-hidden />
        </button>
      )}
      {passed !== undefined && passed > 0 && (
        <span className={classes.passed} data-simulated={simulated || undefined} data-alone={readOnly || undefined}>
          {passed.toLocaleString()}
        </span>
      )}
    </div>
  );
}

// An email that could not be sent does not stop its run; a failed call takes a way of its own.
function leftBy({ step }: Extract<DrawnNode, { is: 'step' }>, counts: { readonly passed: number; readonly failed: number } | undefined): number | undefined {
  return counts === undefined ? undefined : counts.passed + (step.type === 'sendEmail' || step.type === 'sendEvent' ? counts.failed : 0);
}

function between(from: DrawnNode, to: DrawnNode): string {
  const name = nameOf(from);
  return to.is === 'step' ? (name === undefined ? `before ${nameOf(to)}` : `after ${name}, before ${nameOf(to)}`) : `after ${name ?? 'the paths'}`;
}

function nameOf(node: DrawnNode): string | undefined {
  switch (node.is) {
    case 'trigger':
      return 'the trigger';
    case 'step':
      return `“${stepCalled(node.step)}”`;
    case 'path':
      return `the path ${node.name}`;
    case 'join':
    case 'end':
    case 'goTo':
      return undefined;
  }
}

const bend = 8;

/** Down, across and down again, with round corners: right below a step with several ways, right above where ways meet. */
function lineOf(from: DrawnNode, to: DrawnNode): string {
  // A line runs through where ways meet; the dot there lies on it.
  const [x1, y1, x2, y2] = [from.x, from.is === 'join' ? from.y : from.y + from.height, to.x, to.y];
  if (Math.abs(x1 - x2) < 1) {
    return `M ${x1} ${y1} V ${y2}`;
  }

  const across = to.is === 'join' ? y2 - bend : y1 + 14;
  const side = x2 > x1 ? 1 : -1;
  const round = Math.min(bend, Math.abs(x2 - x1) / 2);
  return to.is === 'join'
    ? `M ${x1} ${y1} V ${across - round} Q ${x1} ${across} ${x1 + side * round} ${across} H ${x2 - side * round} Q ${x2} ${across} ${x2} ${y2 + 2}`
    : `M ${x1} ${y1} V ${across - round} Q ${x1} ${across} ${x1 + side * round} ${across} H ${x2 - side * round} Q ${x2} ${across} ${x2} ${across + round} V ${y2}`;
}
