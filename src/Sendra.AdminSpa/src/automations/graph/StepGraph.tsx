import { Background, Controls, Panel, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { copySteps, useClipboard } from '../steps/clipboard';
import { after, canMove, insert, move, outermost, paste, remove, stepOf, type Place } from '../steps/edits';
import { allSteps, newStep, type Flow, type Step, type StepType } from '../steps/flow';
import { useFlow } from '../steps/FlowContext';
import { stepCalled } from '../steps/words';
import { AddMenu } from './AddMenu';
import { draw, triggerId, type DrawnEdge } from './drawing';
import { Edges } from './Edges';
import { GraphContext, type Shown } from './GraphContext';
import { GraphNode, type FlowNode } from './GraphNode';
import { Hint } from './Hint';
import { commandOf, type GraphCommand } from './keys';
import { litBy } from './lit';
import { nearestEdge } from './nearest';
import { useShow } from './useShow';
import { stopsOf, walk, type Direction } from './walk';
import classes from './StepGraph.module.css';

export interface StepGraphProps extends Omit<Shown, 'lit'> {
  readonly flow: Flow;
  readonly onChange: (flow: Flow) => void;
  /** What is selected: the trigger, or steps. */
  readonly selected: readonly string[];
  readonly onSelect: (keys: readonly string[]) => void;
  /** Called when somebody wants to see or edit what is selected. */
  readonly onOpen: (how: 'look' | 'edit') => void;
  /** The visits of a test; undefined where none is shown. */
  readonly visits?: readonly { readonly stepId: string; readonly path: string | null }[] | undefined;
  /** A handle on what only the graph can do. */
  readonly handle?: React.Ref<GraphHandle>;
  readonly label?: string;
}

export interface GraphHandle {
  readonly focus: () => void;
  readonly startMoving: (key: string) => void;
}

/** The steps as a graph: the trigger on top, paths side by side. */
export default function StepGraph(props: StepGraphProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

const nodeTypes = { drawn: GraphNode };

function Canvas({ flow, onChange, selected, onSelect, onOpen, visits, handle, label = 'Steps, as a graph', ...shown }: StepGraphProps) {
  const { readOnly, counts } = useFlow();
  const copied = useClipboard();
  const withCounts = counts !== undefined;
  const drawing = useMemo(() => draw(flow, withCounts), [flow, withCounts]);
  const lit = useMemo(() => (visits === undefined ? undefined : litBy(drawing, visits)), [drawing, visits]);
  const [current, setCurrent] = useState<string>(selected[0] ?? triggerId);
  const [adding, setAdding] = useState<DrawnEdge>();
  const [moving, setMoving] = useState<Step>();
  const [dragged, setDragged] = useState<{ readonly key: string; readonly x: number; readonly y: number }>();
  const [target, setTarget] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef<string>(undefined);
  const marks = shown.marks;
  const show = useShow(drawing, root, marks && drawing.nodes.find((node) => node.is === 'step' && marks[node.step.id] !== undefined)?.id);

  // What is gone is nowhere to be.
  const here = useMemo(() => (stopsOf(drawing).some((stop) => stop.id === current) ? current : triggerId), [drawing, current]);
  const selectedKey = selected.at(-1);
  useEffect(() => {
    if (selectedKey !== undefined) {
      setCurrent(selectedKey);
    }
  }, [selectedKey]);

  const focus = useCallback((id: string) => {
    wantsFocus.current = id;
    setCurrent(id);
    const stop = root.current?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`);
    if (stop) {
      wantsFocus.current = undefined;
      stop.focus({ preventScroll: true });
    }
  }, []);
  useEffect(() => {
    if (wantsFocus.current !== undefined) {
      focus(wantsFocus.current);
    }
  });

  const takes = useCallback((edge: DrawnEdge) => moving !== undefined && edge.place !== undefined && canMove(flow, moving.key, edge.place), [flow, moving]);

  const choose = (id: string) => {
    onSelect([id]);
    show(id);
  };
  const put = (place: Place, steps: readonly Step[], edit: boolean) => {
    onChange(insert(flow, place, steps));
    onSelect(steps.map((step) => step.key));
    setCurrent(steps[0]!.key);
    if (edit) {
      onOpen('edit');
    }
  };
  const pasteAt = (place: Place, steps: readonly Step[]) => {
    const { pasted } = paste(flow, place, steps);
    put(place, pasted, false);
    focus(pasted[0]!.key);
  };
  const add = (type: StepType) => {
    if (adding?.place !== undefined) {
      put(adding.place, [newStep(type)], true);
    }
  };
  const drop = (step: Step, edge: DrawnEdge) => {
    onChange(move(flow, step.key, edge.place!));
    onSelect([step.key]);
    setMoving(undefined);
    focus(step.key);
  };
  const removeSelected = () => {
    const keys = selected.filter((key) => key !== triggerId);
    if (keys.length > 0) {
      const first = outermost(flow, keys)[0]!.key;
      const edge = walk(drawing, first, 'up');
      const before = (edge && walk(drawing, edge, 'up')) ?? triggerId;
      const next = keys.includes(before) ? triggerId : before;
      onChange(remove(flow, keys));
      onSelect([next]);
      focus(next);
    }
  };

  const stepHere = selected.length > 0 && selected[0] !== triggerId;
  const placeHere = () => drawing.edges.find((edge) => edge.id === here)?.place ?? (here === triggerId ? { list: 'main', at: 0 } : after(flow, here));
  const walkOn = (direction: Direction, extend: boolean) => {
    const next = walk(drawing, here, direction);
    if (next !== undefined) {
      focus(next);
      show(next);
      if (next === triggerId || stepOf(flow, next) !== undefined) {
        onSelect(extend && next !== triggerId && stepHere ? [...new Set([...selected, next])] : [next]);
      }
    }
  };
  const addHere = () => {
    const place = placeHere();
    const edge = drawing.edges.find((one) => one.place?.list === place.list && one.place.at === place.at);
    if (edge !== undefined) {
      setCurrent(edge.id);
      setAdding(edge);
    }
  };
  const carryOut = (command: GraphCommand, extend: boolean) => {
    switch (command.does) {
      case 'walk':
        return walkOn(command.direction, extend);
      case 'open':
        return onOpen('edit');
      case 'stopMoving':
        return setMoving(undefined);
      case 'copy':
        return copySteps(outermost(flow, selected));
      case 'remove':
        return removeSelected();
      case 'paste':
        return pasteAt(placeHere(), copied);
      case 'move':
        return setMoving(stepOf(flow, selected[0]!));
      case 'add':
        return addHere();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = (event.target as HTMLElement).hasAttribute('data-stop')
      ? commandOf(event, { readOnly, isSelectedHere: here === selectedKey, steps: stepHere ? selected.length : 0, isMoving: moving !== undefined, hasCopied: copied.length > 0 })
      : undefined;
    if (command !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      carryOut(command, event.shiftKey);
    }
  };

  const context = {
    ...shown,
    lit,
    current: here,
    selected,
    moving,
    target,
    takes,
    onStop: (id: string, extend: boolean) => {
      setCurrent(id);
      if (extend && id !== triggerId && stepHere) {
        onSelect(selected.includes(id) && selected.length > 1 ? selected.filter((key) => key !== id) : [...new Set([...selected, id])]);
      } else {
        choose(id);
        onOpen('look');
      }
    },
    onPlus: (edge: DrawnEdge) => {
      setCurrent(edge.id);
      if (moving === undefined) {
        setAdding(edge);
      } else if (takes(edge)) {
        drop(moving, edge);
      }
    },
  };

  useImperativeHandle(handle, () => ({
    focus: () => focus(here),
    startMoving: (key) => {
      setMoving(stepOf(flow, key));
      focus(key);
    },
  }));

  const nodes = drawing.nodes.map((node): FlowNode => {
    const { id, x, y, width, height } = node;
    const lifted = dragged?.key === id;
    return {
      id,
      type: 'drawn',
      data: { drawn: node },
      position: lifted ? { x: dragged.x, y: dragged.y } : { x: x - width / 2, y },
      width,
      height,
      draggable: node.is === 'step' && !readOnly,
      zIndex: lifted ? 10 : 0,
      className: lifted ? classes.lifted! : classes.node!,
    };
  });

  return (
    <GraphContext value={context}>
      <div ref={root} className={classes.root} data-moving={moving !== undefined || undefined} onKeyDown={onKeyDown}>
        <ReactFlow<FlowNode>
          nodes={nodes}
          edges={[]}
          nodeTypes={nodeTypes}
          aria-label={label}
          nodesFocusable={false}
          edgesFocusable={false}
          nodesConnectable={false}
          elementsSelectable={false}
          nodeDragThreshold={5}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={0.2}
          maxZoom={1.5}
          onNodeDragStart={(_, node) => setMoving(stepOf(flow, node.id))}
          onNodeDrag={(_, node) => {
            const step = stepOf(flow, node.id)!;
            setDragged({ key: node.id, ...node.position });
            setTarget(nearestEdge(drawing, flow, step, node)?.id);
          }}
          onNodeDragStop={(_, node) => {
            const step = stepOf(flow, node.id)!;
            const edge = nearestEdge(drawing, flow, step, node);
            setDragged(undefined);
            setTarget(undefined);
            setMoving(undefined);
            if (edge !== undefined) {
              drop(step, edge);
            }
          }}
        >
          <Background gap={20} size={1.5} color="var(--graph-dot)" />
          <Controls showInteractive={false} position="bottom-right" fitViewOptions={{ padding: 0.08, maxZoom: 1 }} />
          <Edges drawing={drawing} />
          <ViewportPortal>
            <AddMenu edge={adding} onAdd={add} onPaste={(steps) => adding?.place && pasteAt(adding.place, steps)} onClose={() => setAdding(undefined)} onCancel={(edge) => focus(edge.id)} />
          </ViewportPortal>
          {moving !== undefined && dragged === undefined && (
            <Panel position="top-center">
              <div className={classes.banner} role="status">
                Moving “{stepCalled(moving)}”: choose a +, or press Esc.
              </div>
            </Panel>
          )}
          {allSteps(flow).length === 0 && (
            <Panel position="bottom-center">
              <div className={classes.empty}>{readOnly ? 'No steps.' : 'No steps yet. Press + to add the first one. Until then, your own system moves runs on through the API.'}</div>
            </Panel>
          )}
        </ReactFlow>
        {!readOnly && <Hint />}
      </div>
    </GraphContext>
  );
}
