import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertCircle, IconArrowBackUp, IconArrowForwardUp, IconGitBranch, IconHistory, IconList, IconTestPipe, IconVersions } from '@tabler/icons-react';
import type { AutomationDraft } from '../draft';
import type { Beside } from './beside';
import type { View } from './useView';
import classes from './Builder.module.css';

interface BuilderBarProps {
  readonly form: UseFormReturnType<AutomationDraft>;
  /** Undefined where there is nothing to be drawn. */
  readonly view: View | undefined;
  readonly onView: (view: View) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** How many things are wrong with the steps. */
  readonly errors: number;
  readonly onShowError: () => void;
  /** The newest of them; undefined where there are none to look at. */
  readonly version: number | undefined;
  readonly beside: Beside;
  readonly onBeside: (beside: Beside) => void;
  readonly submitLabel: string;
  readonly isSaving: boolean;
  readonly canSave: boolean;
  readonly onDiscard: (() => void) | undefined;
  readonly readOnly: boolean;
}

/** What the automation is called, how it is looked at, and what can be done with it. */
export function BuilderBar({ form, view, onView, undo, redo, errors, onShowError, version, beside, onBeside, submitLabel, isSaving, canSave, onDiscard, readOnly }: BuilderBarProps) {
  const hasEvent = form.values.eventName.trim() !== '';
  const toggle = (what: Beside) => onBeside(beside === what ? 'inspector' : what);
  return (
    <div className={classes.bar}>
      <TextInput className={classes.name} label="Name" placeholder="Onboarding" required withAsterisk={false} disabled={readOnly} {...form.getInputProps('name')} />
      <div className={classes.rest}>
        {errors > 0 && (
          <Button variant="light" color="red" px="sm" leftSection={<IconAlertCircle size={16} />} onClick={onShowError}>
            {errors === 1 ? '1 error' : `${errors} errors`}
          </Button>
        )}
        {view !== undefined && (
          <SegmentedControl
            aria-label="View"
            className={classes.view}
            value={view}
            onChange={(next) => onView(next as View)}
            data={[
              { value: 'graph', label: <ViewLabel icon={IconGitBranch} text="Graph" /> },
              { value: 'list', label: <ViewLabel icon={IconList} text="List" /> },
            ]}
          />
        )}
        {!readOnly && (
          <ActionIcon.Group>
            <ActionIcon variant="default" size={36} aria-label="Undo" title="Undo" disabled={undo === undefined} onClick={undo}>
              <IconArrowBackUp size={18} />
            </ActionIcon>
            <ActionIcon variant="default" size={36} aria-label="Redo" title="Redo" disabled={redo === undefined} onClick={redo}>
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </ActionIcon.Group>
        )}
        {version !== undefined && (
          <Button variant="default" px="sm" aria-pressed={beside === 'versions'} leftSection={<IconVersions size={16} />} onClick={() => toggle('versions')}>
            Version {version}
          </Button>
        )}
        <Button variant="default" px="sm" aria-pressed={beside === 'test'} leftSection={<IconTestPipe size={16} />} disabled={!hasEvent} onClick={() => toggle('test')}>
          Test run
        </Button>
        <Button variant="default" px="sm" aria-pressed={beside === 'simulation'} leftSection={<IconHistory size={16} />} disabled={!hasEvent} onClick={() => toggle('simulation')}>
          What would have happened
        </Button>
        {onDiscard !== undefined && (
          <Button variant="subtle" px="sm" onClick={onDiscard}>
            Discard changes
          </Button>
        )}
        {!readOnly && (
          <Button type="submit" px="md" loading={isSaving} disabled={!canSave}>
            {submitLabel}
          </Button>
        )}
      </div>
    </div>
  );
}

function ViewLabel({ icon: Glyph, text }: { readonly icon: typeof IconList; readonly text: string }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <Glyph size={15} aria-hidden />
      {text}
    </span>
  );
}
