import { Menu } from '@mantine/core';
import { Background, Controls, Panel, ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { copySteps, useClipboard } from '../steps/clipboard';
import { after, canMove, insert, move, outermost, paste, remove, stepOf, type Place } from '../steps/edits';
import { allSteps, newStep, type Flow, type Step, type StepType } from '../steps/flow';
import { useFlow } from '../steps/FlowContext';
import { StepTypeItems } from '../steps/StepTypeItems';
import { stepCalled } from '../steps/words';
import { draw, triggerId, type DrawnEdge, type Drawing } from './drawing';
import { Edges } from './Edges';
import { GraphContext, type Shown } from './GraphContext';
import { GraphNode, type FlowNode } from './GraphNode';
import { Hint } from './Hint';
import { litBy } from './lit';
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
const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
/** How near to an edge a step must be let go. */
const reach = 110;

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).hasAttribute('data-stop')) {
      return;
    }

    const mod = event.metaKey || event.ctrlKey;
    const direction = arrows[event.key];
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (direction !== undefined && !mod && !event.altKey) {
      done();
      const next = walk(drawing, here, direction);
      if (next !== undefined) {
        focus(next);
        show(next);
        if (next === triggerId || stepOf(flow, next) !== undefined) {
          onSelect(event.shiftKey && next !== triggerId && stepHere ? [...new Set([...selected, next])] : [next]);
        }
      }
    } else if (event.key === 'Enter' && !mod && here === selectedKey && !moving) {
      done();
      onOpen('edit');
    } else if (event.key === 'Escape' && moving) {
      done();
      setMoving(undefined);
    } else if (readOnly) {
      if (mod && event.key.toLowerCase() === 'c' && stepHere) {
        done();
        copySteps(outermost(flow, selected));
      }
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && stepHere) {
      done();
      removeSelected();
    } else if (mod && event.key.toLowerCase() === 'c' && stepHere) {
      done();
      copySteps(outermost(flow, selected));
    } else if (mod && event.key.toLowerCase() === 'v' && copied.length > 0) {
      done();
      pasteAt(placeHere(), copied);
    } else if (!mod && event.key.toLowerCase() === 'm' && selected.length === 1 && stepHere) {
      done();
      setMoving(stepOf(flow, selected[0]!));
    } else if (!mod && (event.key === '+' || event.key.toLowerCase() === 'a')) {
      done();
      const place = placeHere();
      const edge = drawing.edges.find((one) => one.place?.list === place.list && one.place.at === place.at);
      if (edge !== undefined) {
        setCurrent(edge.id);
        setAdding(edge);
      }
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

  const near = (x: number, y: number, step: Step) =>
    drawing.edges
      .filter((edge) => edge.place !== undefined && canMove(flow, step.key, edge.place))
      .map((edge) => ({ edge, far: Math.hypot(edge.plus.x - x, edge.plus.y - y) }))
      .filter(({ far }) => far < reach)
      .sort((one, other) => one.far - other.far)[0]?.edge;

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
            setTarget(near(node.position.x + node.width! / 2, node.position.y + 10, step)?.id);
          }}
          onNodeDragStop={(_, node) => {
            const step = stepOf(flow, node.id)!;
            const edge = near(node.position.x + node.width! / 2, node.position.y + 10, step);
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
              <div className={classes.empty}>{readOnly ? 'No steps.' : 'No steps yet. Press + to add the first; until then, a system of your own carries them out through the API.'}</div>
            </Panel>
          )}
        </ReactFlow>
        {!readOnly && <Hint />}
      </div>
    </GraphContext>
  );
}

interface AddMenuProps {
  readonly edge: DrawnEdge | undefined;
  readonly onAdd: (type: StepType) => void;
  readonly onPaste: (steps: readonly Step[]) => void;
  readonly onClose: () => void;
  /** Called when it closes without a choice. */
  readonly onCancel: (edge: DrawnEdge) => void;
}

interface AnchorProps {
  readonly ref?: React.Ref<HTMLSpanElement>;
  readonly id?: string;
  readonly style: React.CSSProperties | undefined;
}

/** The place where the menu opens. The buttons are the edges’ own, so it says nothing of a menu. */
function Anchor({ ref, id, style }: AnchorProps) {
  return <span ref={ref} id={id} className={classes.anchor} style={style} />;
}

/** What can be put on an edge. */
function AddMenu({ edge, onAdd, onPaste, onClose, onCancel }: AddMenuProps) {
  const chosen = useRef(false);
  return (
    <Menu
      opened={edge !== undefined}
      onChange={(opened) => {
        if (!opened) {
          if (edge !== undefined && !chosen.current) {
            onCancel(edge);
          }

          chosen.current = false;
          onClose();
        }
      }}
      position="right"
      hideDetached={false}
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      shadow="md"
      width={300}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <Anchor style={edge && { transform: `translate(${edge.plus.x}px, ${edge.plus.y}px)` }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Steps to add" className={classes.menu}>
        <StepTypeItems
          onPick={(type) => {
            chosen.current = true;
            onAdd(type);
          }}
          onPaste={(steps) => {
            chosen.current = true;
            onPaste(steps);
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

const margin = 60;

/** Brings a stop into the window; and begins with the trigger on top, or with what is first to be looked at. */
function useShow(drawing: Drawing, root: React.RefObject<HTMLDivElement | null>, first: string | undefined) {
  const { setViewport, getViewport } = useReactFlow();
  const store = useStoreApi();
  const shown = useRef(false);
  useEffect(() => {
    const begin = () => {
      const { clientWidth: width = 0, clientHeight: height = 0 } = root.current ?? {};
      if (shown.current || width === 0) {
        return;
      }

      shown.current = true;
      const { left, right, height: whole } = drawing.box;
      const zoom = Math.max(0.7, Math.min(1, (width - 48) / (left + right), (height - 96) / whole));
      const fits = (left + right) * zoom <= width;
      const looked = drawing.nodes.find((node) => node.id === first);
      const x = fits ? (width - (right - left) * zoom) / 2 : width / 2 - (looked?.x ?? 0) * zoom;
      void setViewport({ x, y: Math.min(28, height / 2 - (looked?.y ?? 0) * zoom), zoom });
    };
    begin();
    const observer = new ResizeObserver(begin);
    observer.observe(root.current!);
    return () => observer.disconnect();
  }, [drawing, root, first, setViewport]);

  return (id: string) => {
    const { width, height } = store.getState();
    const node = drawing.nodes.find((one) => one.id === id);
    const edge = drawing.edges.find((one) => one.id === id);
    const box = node ?? (edge && { x: edge.plus.x, y: edge.plus.y - 13, width: 26, height: 26 });
    if (box === undefined) {
      return;
    }

    const { x, y, zoom } = getViewport();
    const within = (at: number, from: number, to: number, size: number) => (from * zoom + at < margin ? margin - from * zoom : to * zoom + at > size - margin ? size - margin - to * zoom : at);
    const next = { x: within(x, box.x - box.width / 2, box.x + box.width / 2, width), y: within(y, box.y, box.y + box.height, height), zoom };
    if (next.x !== x || next.y !== y) {
      void setViewport(next, { duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160 });
    }
  };
}
