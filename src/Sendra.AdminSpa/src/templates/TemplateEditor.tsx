import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { Template } from '../api/types';
import { notifyDone } from '../common/notify';
import { SavedMeanwhile } from '../common/SavedMeanwhile';
import { Time } from '../common/Time';
import { contentOf, toDraft, type TemplateDraft } from './draft';
import { templateQuery, templateVersionsQuery, useEditTemplate } from './queries';
import { TemplateForm } from './TemplateForm';
import { TemplateVersions } from './TemplateVersions';

/** The form of a saved template. What others save meanwhile is shown, and taken in where nothing is lost by it. */
export function TemplateEditor({ template }: { readonly template: Template }) {
  // What fills the form, and what the person has seen to be saved: they part when they keep theirs over another's.
  const [base, setBase] = useState(template);
  const [seen, setSeen] = useState(template);
  const [isDirty, setDirty] = useState(false);
  const saving = useRef(false);
  const client = useQueryClient();
  const edit = useEditTemplate(template.id);
  const isOther = contentOf(template) !== contentOf(seen);
  const newest = useInfiniteQuery({ ...templateVersionsQuery(template.id), enabled: isOther }).data?.pages[0]?.items.find((one) => one.version === template.version);
  const take = useCallback((next: Template) => {
    setBase(next);
    setSeen(next);
    setDirty(false);
  }, []);

  useEffect(() => {
    if (isOther && !isDirty && !saving.current) {
      take(template);
    }
  }, [isOther, isDirty, template, take]);

  const save = async (draft: TemplateDraft) => {
    saving.current = true;
    try {
      const saved = await edit.mutateAsync({ draft, expectedVersion: seen.version });
      notifyDone(saved.version === seen.version ? `${saved.name} is saved.` : `${saved.name} is saved as version ${saved.version}. It applies from the next email on.`);
      take(saved);
    } catch (failure) {
      if (asProblem(failure).code === 'changedMeanwhile') {
        await client.invalidateQueries({ queryKey: templateQuery(template.id).queryKey });
      }

      throw failure;
    } finally {
      saving.current = false;
    }
  };

  const initial = useMemo(() => toDraft(base.name, base), [base]);
  return (
    <div>
      {isOther && isDirty && (
        <div style={{ marginBottom: 'var(--mantine-spacing-lg)' }}>
          <SavedMeanwhile title="Someone changed this template while you edited it" onLoad={() => take(template)} onKeep={() => setSeen(template)}>
            Version {template.version} was saved{newest?.savedBy && <> by {newest.savedBy}</>} <Time iso={template.updatedAt} as="ago" />; you began with version {seen.version}.
          </SavedMeanwhile>
        </div>
      )}
      <TemplateForm
        // What is saved, or loaded anew, is another form.
        key={contentOf(base)}
        initial={initial}
        submitLabel="Save"
        onSubmit={save}
        onDirty={setDirty}
        warnings={template.warnings}
        templateId={template.id}
        beside={(load) => <TemplateVersions template={template} onLoad={load} />}
      />
    </div>
  );
}
