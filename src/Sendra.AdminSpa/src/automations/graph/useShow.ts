import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import type { Drawing } from './drawing';

const margin = 60;

/** Brings a stop into the window; and begins with the trigger on top, or with what is first to be looked at. */
export function useShow(drawing: Drawing, root: RefObject<HTMLDivElement | null>, first: string | undefined) {
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
      // Of branches side by side all should be seen; what is below is scrolled to, in letters that can be read.
      const zoom = Math.min(1, Math.max(0.7, (width - 48) / (left + right)), Math.max(0.9, (height - 96) / whole));
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
