import { useRef, useState } from 'react';
import type { AutomationDraft } from '../draft';
import { noHistory, recorded, redone, undone, type History } from '../history';
import { changeOf } from './changeOf';

/** What was changed of a draft, to be taken back. `put` fills the form. */
export function useDraftHistory() {
  const [history, setHistory] = useState<History<AutomationDraft>>(noHistory);
  const travels = useRef(false);
  const travel = (step: ReturnType<typeof undone<AutomationDraft>>, put: (draft: AutomationDraft) => void) => {
    if (step !== undefined) {
      travels.current = true;
      put(step.value);
      travels.current = false;
      setHistory(step.history);
    }
  };
  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    note: (now: AutomationDraft, before: AutomationDraft) => {
      const change = travels.current ? undefined : changeOf(before, now);
      if (change !== undefined) {
        setHistory((known) => recorded(known, before, change.of, Date.now()));
      }
    },
    undo: (now: AutomationDraft, put: (draft: AutomationDraft) => void) => travel(undone(history, now), put),
    redo: (now: AutomationDraft, put: (draft: AutomationDraft) => void) => travel(redone(history, now), put),
    forget: () => setHistory(noHistory),
  };
}
