import { answeredKey, triggerId, type Drawing, type DrawnNode } from './drawing';

interface Visited {
  readonly stepId: string;
  readonly path: string | null;
}

/** The nodes and edges along which a run went. */
export function litBy({ nodes, edges }: Drawing, visits: readonly Visited[]): ReadonlySet<string> {
  const lit = new Set<string>();
  if (visits.length === 0) {
    return lit;
  }

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const taken = new Map(visits.map((visit) => [visit.stepId, visit.path]));
  const isOpen = (node: DrawnNode) =>
    node.is === 'step' ? taken.has(node.step.id) : node.is === 'path' ? isTaken(node, taken.get(node.step.id) ?? null) : true;
  const follow = (id: string) => {
    if (lit.has(id)) {
      return;
    }

    lit.add(id);
    for (const edge of edges.filter((one) => one.from === id && !one.broken)) {
      if (isOpen(byId.get(edge.to)!)) {
        lit.add(edge.id);
        follow(edge.to);
      }
    }
  };
  follow(triggerId);
  // What a run went on to elsewhere stands below no lit edge.
  nodes.filter((node) => node.is === 'step' && taken.has(node.step.id)).forEach((node) => follow(node.id));
  return lit;
}

/** How often a way was taken, as the API counts it. */
export function takenBy({ step, key, name }: Extract<DrawnNode, { is: 'path' }>, counts: { readonly passed: number; readonly byPath: Readonly<Record<string, number>> } | undefined): number | undefined {
  return counts === undefined ? undefined : key === answeredKey ? counts.passed : counts.byPath[step.type === 'branch' || step.type === 'split' ? (key === 'otherwise' ? key : name) : key];
}

function isTaken({ step, key, name }: Extract<DrawnNode, { is: 'path' }>, path: string | null): boolean {
  return step.type === 'branch' || step.type === 'split' ? path === (key === 'otherwise' ? key : name) : path === null ? key === answeredKey : path === key;
}
