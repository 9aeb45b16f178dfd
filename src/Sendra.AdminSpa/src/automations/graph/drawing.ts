import { listOf, mainList, type ListId, type Place } from '../steps/edits';
import { allSteps, pathsOf, type Flow, type Step } from '../steps/flow';

/** The steps as they are drawn, each thing with its place. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly box: { readonly left: number; readonly right: number; readonly height: number };
}

/** `x` is the middle, `y` the upper side. */
interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type DrawnNode = Box &
  (
    | { readonly is: 'trigger' }
    | { readonly is: 'step'; readonly step: Step }
    /** The head of a way out of a step. */
    | { readonly is: 'path'; readonly step: Step; readonly key: string; readonly name: string }
    /** Where ways out of a step meet again. */
    | { readonly is: 'join'; readonly meets: boolean }
    | { readonly is: 'end' }
    /** A way that goes on at a step that stands elsewhere. */
    | { readonly is: 'goTo'; readonly aim: Step }
  );

export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Where a step stands that is put on it; none where another edge has that place. */
  readonly place?: Place | undefined;
  /** Where its button is. */
  readonly plus: { readonly x: number; readonly y: number };
  /** No run takes it: nothing leads on to the step below. */
  readonly broken?: boolean | undefined;
}

export const triggerId = 'trigger';

/** The way of a call that was answered: it has no list of its own. */
export const answeredKey = 'answered';

const width = 272;
const stepHeight = 62;
/** What a step is higher by where its counts stand in it. */
const countsHeight = 27;
const pathSize = { width: 188, height: 26 };
const joinSize = { width: 8, height: 8 };
const endSize = { width: 96, height: 24 };
const goToSize = { width: 220, height: 28 };
/** Between two things one below the other, with a button in the middle. */
const gap = 48;
/** Between a step and the heads of its paths, and between the paths and where they meet. */
const fork = 32;
const meeting = 14;
const aside = 32;

/** Something drawn around a line that goes straight down at 0. */
interface Part {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** What leads on below, with the place at that end; none where all is over. */
  readonly tail?: { readonly from: string; readonly place?: Place | undefined } | undefined;
}

/** Draws the steps: the trigger on top, paths side by side in their order, and below them where they meet. */
export function draw(flow: Flow, withCounts: boolean): Drawing {
  const byKey = new Map(allSteps(flow).map((step) => [step.key, step]));
  const heightOf = stepHeight + (withCounts ? countsHeight : 0);

  const drawList = (list: Flow, id: ListId, head: DrawnNode): Part => {
    const nodes: DrawnNode[] = [head];
    const edges: DrawnEdge[] = [];
    let [left, right] = [head.width / 2, head.width / 2];
    let y = head.y + head.height;
    let last = head.id;
    let tail: Part['tail'] = { from: head.id };
    const put = (node: DrawnNode, place: Place) => {
      edges.push({ id: `${last} → ${node.id}`, from: last, to: node.id, place, plus: { x: 0, y: y + gap / 2 }, broken: tail === undefined });
      nodes.push(node);
      left = Math.max(left, node.width / 2);
      right = Math.max(right, node.width / 2);
      y = node.y + node.height;
      last = node.id;
    };

    list.steps.forEach((step, at) => {
      put({ is: 'step', id: step.key, step, x: 0, y: y + gap, width, height: heightOf }, { list: id, at });
      tail = { from: step.key };
      const inner = drawPaths(step, y);
      if (inner !== undefined) {
        nodes.push(...inner.nodes);
        edges.push(...inner.edges);
        left = Math.max(left, inner.left);
        right = Math.max(right, inner.right);
        y = inner.bottom;
        tail = inner.tail;
        last = inner.tail?.from ?? last;
      }
    });

    if (tail === undefined) {
      return { nodes, edges, left, right, bottom: y };
    }

    const place = { list: id, at: list.steps.length };
    const aim = list.end.to === 'step' ? byKey.get(list.end.key) : undefined;
    if (aim !== undefined) {
      put({ is: 'goTo', id: `${id}/end`, aim, x: 0, y: y + gap, ...goToSize }, place);
    } else if (list.end.to === 'complete' || id === mainList) {
      put({ is: 'end', id: `${id}/end`, x: 0, y: y + gap, ...endSize }, place);
    } else {
      return { nodes, edges, left, right, bottom: y + gap, tail: { from: last, place } };
    }

    return { nodes, edges, left, right, bottom: y };
  };

  // The ways out of a step whose lower side is at `top`; undefined when it has one only.
  const drawPaths = (step: Step, top: number): Part | undefined => {
    const paths = pathsOf(step);
    if (paths.length === 0) {
      return undefined;
    }

    const headOf = (key: string, name: string): DrawnNode => ({ is: 'path', id: listOf(step, { key }), step, key, name, x: 0, y: 0, ...pathSize });
    const columns = paths.map((path) => drawList(path.flow, listOf(step, path), headOf(path.key, path.name)));
    if (step.type === 'callUrl') {
      const head = headOf(answeredKey, 'Answered');
      columns.unshift({ nodes: [head], edges: [], left: head.width / 2, right: head.width / 2, bottom: head.height, tail: { from: head.id } });
    }

    const lines: number[] = [];
    columns.reduce((at, column) => {
      lines.push(at + column.left);
      return at + column.left + column.right + aside;
    }, 0);
    // A call's answer goes straight on; all else stands in the middle of its paths.
    const middle = step.type === 'callUrl' ? lines[0]! : (lines[0]! + lines.at(-1)!) / 2;
    const placed = columns.map((column, at) => shifted(column, lines[at]! - middle, top + fork));
    const nodes = placed.flatMap((part) => part.nodes);
    const edges = [
      ...placed.map(({ nodes: [head] }) => ({ id: `${step.key} → ${head!.id}`, from: step.key, to: head!.id, plus: { x: 0, y: 0 } })),
      ...placed.flatMap((part) => part.edges),
    ];
    const left = Math.max(...placed.map((part) => part.left));
    const right = Math.max(...placed.map((part) => part.right));
    const bottom = Math.max(...placed.map((part) => part.bottom));
    const tails = placed.flatMap((part) => (part.tail === undefined ? [] : [part.tail]));
    if (tails.length === 0) {
      return { nodes, edges, left, right, bottom };
    }

    const join: DrawnNode = { is: 'join', id: `${step.key}/join`, meets: tails.length > 1, x: 0, y: bottom + meeting, ...joinSize };
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const into = tails.map(({ from, place }) => {
      const { x, y, height } = byId.get(from)!;
      // Where one way alone leads on, the place below is the same.
      return { id: `${from} → ${join.id}`, from, to: join.id, place: join.meets ? place : undefined, plus: { x, y: y + height + gap / 2 } };
    });
    return { nodes: [...nodes, join], edges: [...edges, ...into], left, right, bottom: join.y + join.height, tail: { from: join.id } };
  };

  const { nodes, edges, left, right, bottom } = drawList(flow, mainList, { is: 'trigger', id: triggerId, x: 0, y: 0, width, height: stepHeight });
  return { nodes, edges, box: { left, right, height: bottom } };
}

function shifted({ nodes, edges, left, right, bottom, tail }: Part, x: number, y: number): Part {
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x + x, y: node.y + y })),
    edges: edges.map((edge) => ({ ...edge, plus: { x: edge.plus.x + x, y: edge.plus.y + y } })),
    left: left - x,
    right: right + x,
    bottom: bottom + y,
    tail,
  };
}
