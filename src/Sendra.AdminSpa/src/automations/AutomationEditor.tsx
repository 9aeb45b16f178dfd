import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { Automation } from '../api/types';
import { notifyDone } from '../common/notify';
import { AutomationForm } from './AutomationForm';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { contentOf, toDraft, type AutomationDraft } from './draft';
import { askInFlight } from './InFlightQuestion';
import { automationQuery, changesSteps, previewEdit, useEditAutomation } from './queries';

/** The form of a saved automation. What others save meanwhile is shown, and taken in where nothing is lost by it. */
export function AutomationEditor({ automation }: { readonly automation: Automation }) {
  // What fills the form, and what the person has seen to be saved: they part when they keep theirs over another's.
  const [base, setBase] = useState(automation);
  const [seen, setSeen] = useState(automation);
  const [isDirty, setDirty] = useState(false);
  const saving = useRef(false);
  const client = useQueryClient();
  const edit = useEditAutomation();
  const isOther = contentOf(automation) !== contentOf(seen);
  const take = useCallback((next: Automation) => {
    setBase(next);
    setSeen(next);
    setDirty(false);
  }, []);

  useEffect(() => {
    if (isOther && !isDirty && !saving.current) {
      take(automation);
    }
  }, [isOther, isDirty, automation, take]);

  const save = async (draft: AutomationDraft): Promise<boolean> => {
    saving.current = true;
    try {
      let inFlight;
      if (changesSteps({ draft, seen })) {
        const counts = (await previewEdit({ draft, seen })).inFlight;
        if (counts !== null && counts.moved + counts.stayed > 0) {
          inFlight = await askInFlight(counts);
          if (inFlight === undefined) {
            return false;
          }
        }
      }

      const saved = await edit.mutateAsync({ draft, seen, inFlight });
      notifyDone(savedWords(saved, seen, inFlight === 'move'));
      take(saved);
      return true;
    } catch (failure) {
      if (asProblem(failure).code === 'changedMeanwhile') {
        await client.invalidateQueries({ queryKey: automationQuery(automation.id).queryKey });
        await client.invalidateQueries({ queryKey: ['automations', 'versions', automation.id] });
      }

      throw failure;
    } finally {
      saving.current = false;
    }
  };

  const initial = useMemo(() => toDraft(base), [base]);
  return (
    <div>
      {isOther && isDirty && (
        <div style={{ marginBottom: 'var(--mantine-spacing-lg)' }}>
          <ChangedMeanwhile seen={seen} latest={automation} onLoad={() => take(automation)} onKeep={() => setSeen(automation)} />
        </div>
      )}
      <AutomationForm
        // What is saved, or loaded anew, is another form.
        key={contentOf(base)}
        automation={{ ...base, stepCounts: automation.stepCounts }}
        initial={initial}
        submitLabel="Save"
        onSubmit={save}
        onDirty={setDirty}
        readOnly={automation.status === 'archived'}
      />
    </div>
  );
}

function savedWords(saved: Automation, before: Automation, moves: boolean): string {
  const { name, version, inFlight } = saved;
  const what = version === before.version ? `${name} is saved. It applies from the next event on.` : `${name} is saved as version ${version}.`;
  if (!moves || inFlight === null) {
    return what;
  }

  const parts = [
    `${inFlight.moved.toLocaleString()} moved`,
    ...(inFlight.pending > 0 ? [`${inFlight.pending.toLocaleString()} will move soon`] : []),
    ...(inFlight.stayed > 0 ? [`${inFlight.stayed.toLocaleString()} stay where they are`] : []),
  ];
  return `${what} Of the active runs, ${new Intl.ListFormat('en').format(parts)}.`;
}
