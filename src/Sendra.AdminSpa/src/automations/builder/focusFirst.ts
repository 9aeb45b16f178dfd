import type { RefObject } from 'react';

/** Puts the keyboard into the first field, once what was asked for is there. */
export function focusFirst(root: RefObject<HTMLElement | null>) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const fields = [...(root.current?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea') ?? [])];
      // Of a choice, the one that is chosen takes the keys.
      const field = fields.find((one) => !one.matches(':disabled') && (one.type !== 'radio' || one.checked));
      (field ?? root.current)?.focus();
    }),
  );
}
