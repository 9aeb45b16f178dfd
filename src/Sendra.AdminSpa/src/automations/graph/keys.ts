import type { Direction } from './walk';

export type GraphCommand = { readonly does: 'walk'; readonly direction: Direction } | { readonly does: 'open' | 'stopMoving' | 'copy' | 'remove' | 'paste' | 'move' | 'add' };

interface Situation {
  readonly readOnly: boolean;
  /** The stop where the focus is, is what is selected. */
  readonly isSelectedHere: boolean;
  /** How many steps are selected. */
  readonly steps: number;
  readonly isMoving: boolean;
  readonly hasCopied: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey'>;

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** What a key asks of the graph; nothing when it is the browser's. */
export function commandOf({ key, metaKey, ctrlKey, altKey }: Key, { readOnly, isSelectedHere, steps, isMoving, hasCopied }: Situation): GraphCommand | undefined {
  const mod = metaKey || ctrlKey;
  const direction = arrows[key];
  if (direction !== undefined && !mod && !altKey) {
    return { does: 'walk', direction };
  }

  if (key === 'Enter' && !mod && isSelectedHere && !isMoving) {
    return { does: 'open' };
  }

  if (key === 'Escape' && isMoving) {
    return { does: 'stopMoving' };
  }

  const letter = key.toLowerCase();
  if (mod && letter === 'c' && steps > 0) {
    return { does: 'copy' };
  }

  if (readOnly) {
    return undefined;
  }

  return (key === 'Delete' || key === 'Backspace') && steps > 0 ? { does: 'remove' }
    : mod && letter === 'v' && hasCopied ? { does: 'paste' }
    : !mod && letter === 'm' && steps === 1 ? { does: 'move' }
    : !mod && (key === '+' || letter === 'a') ? { does: 'add' }
    : undefined;
}
