import { useBlocker } from '@tanstack/react-router';

/** Asks before unsaved changes are left behind. */
export function useLeaveGuard(isUnsaved: () => boolean) {
  useBlocker({
    shouldBlockFn: () => isUnsaved() && !window.confirm('Leave without saving? Your changes will be lost.'),
    enableBeforeUnload: isUnsaved,
  });
}
