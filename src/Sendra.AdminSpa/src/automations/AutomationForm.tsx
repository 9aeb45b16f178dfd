import { Alert, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import type { Automation } from '../api/types';
import { ProblemAlert } from '../common/ProblemAlert';
import { useLeaveGuard } from '../common/useLeaveGuard';
import { Builder } from './builder/Builder';
import { BuilderBar } from './builder/BuilderBar';
import type { Beside } from './builder/beside';
import { useDraftHistory } from './builder/useDraftHistory';
import { useView } from './builder/useView';
import { TriggerName } from './conditions/useEventFields';
import type { AutomationDraft } from './draft';
import { triggerId } from './graph/drawing';
import { flowErrors, isOfFlow } from './steps/stepErrors';
import { writeFlow } from './steps/writeFlow';

interface AutomationFormProps {
  /** None for one that is still to be made. */
  readonly automation?: Automation;
  readonly initial: AutomationDraft;
  readonly submitLabel: string;
  /** Fulfilled with whether it was saved, rejected with a problem. */
  readonly onSubmit: (draft: AutomationDraft) => Promise<boolean>;
  readonly onDirty?: (isDirty: boolean) => void;
  readonly readOnly?: boolean;
}

/** What lets contacts in, how often, what drops them, and the steps that they go through. */
export function AutomationForm({ automation, initial, submitLabel, onSubmit, onDirty, readOnly = false }: AutomationFormProps) {
  const history = useDraftHistory();
  const form = useForm<AutomationDraft>({ initialValues: initial, onValuesChange: history.note });
  const saved = useRef(false);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ title: string; failure: unknown; keys: readonly string[] }>();
  const [view, setView] = useView();
  const [selected, setSelected] = useState<readonly string[]>([triggerId]);
  const [beside, setBeside] = useState<Beside>('inspector');
  const isDirty = form.isDirty();
  useEffect(() => onDirty?.(isDirty), [onDirty, isDirty]);
  useLeaveGuard(() => !saved.current && form.isDirty());
  const { eventName, flow } = form.values;
  const errors = useMemo(() => flowErrors(asProblem(refusal?.failure), refusal?.keys ?? []), [refusal]);
  const wrongSteps = Object.keys(errors.steps);

  const refuse = (title: string, failure: unknown) => {
    const keys = form.values.flow === undefined ? [] : writeFlow(form.values.flow).keys;
    setRefusal({ title, failure, keys });
    form.setErrors(fieldErrors(asProblem(failure), { 'trigger.eventName': 'eventName', trigger: 'eventName' }));
    const { steps, where, exits } = flowErrors(asProblem(failure), keys);
    const isTrigger = [where, exits].some((one) => Object.keys(one).length > 0);
    const first = keys.find((key) => steps[key] !== undefined);
    if (isTrigger || first !== undefined) {
      setSelected([isTrigger ? triggerId : first!]);
    }
  };
  const submit = async (draft: AutomationDraft) => {
    setPending(true);
    try {
      saved.current = true;
      saved.current = await onSubmit(draft);
      setRefusal(undefined);
      if (saved.current) {
        form.resetDirty();
      }
    } catch (failure) {
      saved.current = false;
      setBeside('inspector');
      refuse('We couldn’t save the automation', failure);
    } finally {
      setPending(false);
    }
  };

  const undo = history.canUndo && !readOnly ? () => history.undo(form.getValues(), form.setValues) : undefined;
  const redo = history.canRedo && !readOnly ? () => history.redo(form.getValues(), form.setValues) : undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase();
    if ((event.metaKey || event.ctrlKey) && (key === 'z' || key === 'y') && !isTyping(event.target)) {
      event.preventDefault();
      (key === 'y' || event.shiftKey ? redo : undo)?.();
    }
  };

  return (
    <TriggerName value={eventName.trim()}>
      <div onKeyDown={onKeyDown}>
        {refusal !== undefined && <Refusal title={refusal.title} failure={refusal.failure} />}
        <form onSubmit={form.onSubmit((draft) => void submit(draft))} noValidate>
          <BuilderBar
            form={form}
            view={flow === undefined ? undefined : view}
            onView={setView}
            undo={undo}
            redo={redo}
            errors={wrongSteps.length}
            onShowError={() => {
              setSelected([wrongSteps[0]!]);
              setBeside('inspector');
            }}
            version={automation !== undefined && ((automation.steps ?? []).length > 0 || automation.version > 1) ? automation.version : undefined}
            beside={beside}
            onBeside={setBeside}
            submitLabel={submitLabel}
            isSaving={isPending}
            canSave={isDirty || initial.name === ''}
            onDiscard={
              !readOnly && isDirty && initial.name !== ''
                ? () => {
                    form.reset();
                    history.forget();
                  }
                : undefined
            }
            readOnly={readOnly}
          />
        </form>
        <Builder
          form={form}
          automation={automation}
          view={flow === undefined ? 'list' : view}
          errors={errors}
          selected={selected}
          onSelect={setSelected}
          beside={beside}
          onBeside={setBeside}
          onRefused={(problem) => refuse('The automation has errors', problem)}
          readOnly={readOnly}
        />
      </div>
    </TriggerName>
  );
}

/** Whether keys are for a text there, which takes back on its own. */
const isTyping = (target: EventTarget) => target instanceof HTMLElement && target.closest('input, textarea, [contenteditable=true]') !== null;

/** What was refused. Where steps or conditions are wrong, they say so themselves. */
function Refusal({ title, failure }: { readonly title: string; readonly failure: unknown }) {
  const problem = asProblem(failure);
  const fields = Object.keys(problem.errors);
  if (problem.code === 'changedMeanwhile') {
    // What is saved now is loaded, and the page says what is to be decided.
    return null;
  }

  return (
    <div style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
      {fields.length > 0 && fields.every(isOfFlow) ? (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
          <Text size="sm" c="var(--mantine-color-text)">
            There are errors in {fields.some((field) => !field.startsWith('steps')) ? 'a condition or the steps' : 'the steps'}, marked in red.
          </Text>
        </Alert>
      ) : (
        <ProblemAlert title={title} error={failure} />
      )}
    </div>
  );
}
