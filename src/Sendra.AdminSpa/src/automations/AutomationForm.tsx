import { Alert, Button, Group, Input, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconListSearch, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import type { Automation } from '../api/types';
import { ButtonTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { useLeaveGuard } from '../common/useLeaveGuard';
import { EventNamesInput } from '../events/EventNamesInput';
import { emptyRule } from './conditions/condition';
import { ConditionEditor } from './conditions/ConditionEditor';
import { TriggerName } from './conditions/useEventFields';
import type { AutomationDraft } from './draft';
import { EventNameInput } from './EventNameInput';
import { ExitConditions } from './ExitConditions';
import { FrequencyInput } from './FrequencyInput';
import { SimulationButton } from './simulation/SimulationButton';
import { flowErrors, isOfFlow } from './steps/stepErrors';
import { StepsEditor } from './steps/StepsEditor';
import { writeFlow } from './steps/writeFlow';
import { TestButton } from './test/TestButton';
import { describe } from './words';
import classes from './AutomationForm.module.css';

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
  const form = useForm<AutomationDraft>({ initialValues: initial });
  const saved = useRef(false);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ title: string; failure: unknown; keys: readonly string[] }>();
  const isDirty = form.isDirty();
  useEffect(() => onDirty?.(isDirty), [onDirty, isDirty]);
  useLeaveGuard(() => !saved.current && form.isDirty());
  const { eventName, where, exitEvents, exitConditions, flow } = form.values;
  const errors = useMemo(() => flowErrors(asProblem(refusal?.failure), refusal?.keys ?? []), [refusal]);

  const refuse = (title: string, failure: unknown) => {
    setRefusal({ title, failure, keys: form.values.flow === undefined ? [] : writeFlow(form.values.flow).keys });
    form.setErrors(fieldErrors(asProblem(failure), { 'trigger.eventName': 'eventName', trigger: 'eventName' }));
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
      refuse('The automation was not saved', failure);
    } finally {
      setPending(false);
    }
  };

  return (
    <TriggerName value={eventName.trim()}>
      <form onSubmit={form.onSubmit((draft) => void submit(draft))} noValidate>
        <Stack gap="lg">
          {refusal !== undefined && <Refusal title={refusal.title} failure={refusal.failure} />}
          <TextInput label="Name" placeholder="Onboarding" required withAsterisk={false} disabled={readOnly} {...form.getInputProps('name')} />
          <Paper withBorder radius="lg" className={classes.inspector}>
            <Group justify="space-between" className={classes.title}>
              <Title order={2} size="h5">
                Trigger: event received
              </Title>
              {eventName.trim() !== '' && (
                <ButtonTo
                  to="/settings/events"
                  search={{ name: [eventName.trim()] }}
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconListSearch size={15} />}
                  aria-label={`Log of ${eventName.trim()}`}
                >
                  Log →
                </ButtonTo>
              )}
            </Group>
            <Stack gap="lg" p="lg">
              <EventNameInput
                value={eventName}
                onChange={(name) => form.setFieldValue('eventName', name)}
                error={form.errors.eventName}
                disabled={readOnly}
              />
              <Input.Wrapper label="Only if" labelElement="div" description="A condition on the contact or the event; without one, every such event counts.">
                {where === undefined ? (
                  !readOnly && (
                    <Button variant="subtle" size="compact-sm" mt={6} leftSection={<IconPlus size={14} />} onClick={() => form.setFieldValue('where', emptyRule)}>
                      Add a condition
                    </Button>
                  )
                ) : (
                  <div style={{ marginTop: 8 }}>
                    <ConditionEditor label="Condition" value={where} onChange={(next) => form.setFieldValue('where', next)} errors={errors.where} disabled={readOnly} />
                  </div>
                )}
              </Input.Wrapper>
              <FrequencyInput
                value={form.values}
                onChange={({ frequency: kind, frequencyPeriod, frequencyKey }) => form.setValues({ frequency: kind, frequencyPeriod, frequencyKey })}
                errors={form.errors}
                disabled={readOnly}
              />
              <EventNamesInput
                label="Exit on events"
                description="Any of these drops the contact’s active runs the moment it arrives, at whatever step."
                placeholder="Type a name and press Enter"
                value={exitEvents}
                onChange={(names) => form.setFieldValue('exitEvents', names)}
                error={form.errors.exitEvents}
                disabled={readOnly}
              />
              {exitEvents.length > 0 && (
                <ExitConditions exitEvents={exitEvents} value={exitConditions} onChange={(next) => form.setFieldValue('exitConditions', next)} errors={errors.exits} disabled={readOnly} />
              )}
            </Stack>
            <Text className={classes.summary} size="sm" aria-live="polite">
              {describe(eventName.trim(), form.values, exitEvents, where, exitConditions)}
            </Text>
          </Paper>
          <Paper withBorder radius="lg" className={classes.inspector} component="section" aria-labelledby="steps">
            <Group justify="space-between" className={classes.title}>
              <Title order={2} size="h5" id="steps">
                Steps
              </Title>
              {automation !== undefined && flow !== undefined && (flow.steps.length > 0 || automation.version > 1) && (
                <Text size="sm" c="dimmed">
                  Version {automation.version}
                </Text>
              )}
            </Group>
            <Stack gap="sm" p="lg">
              {flow === undefined ? (
                <Text size="sm">
                  This automation has steps of a kind that this page can’t show. Saving here leaves all its steps as they are; the API changes them.
                </Text>
              ) : (
                <>
                  {flow.steps.length === 0 && (
                    <Text size="sm" c="dimmed">
                      {readOnly ? 'None.' : 'None yet: whoever enters stays until an exit event drops them, or a system of your own carries out the steps through the API.'}
                    </Text>
                  )}
                  <StepsEditor
                    flow={flow}
                    onChange={(next) => form.setFieldValue('flow', next)}
                    errors={errors}
                    readOnly={readOnly}
                    counts={automation?.stepCounts ?? undefined}
                    automationId={automation?.id}
                  />
                </>
              )}
            </Stack>
          </Paper>
          <Group>
            {!readOnly && (
              <Button type="submit" loading={isPending} disabled={!isDirty && initial.name !== ''}>
                {submitLabel}
              </Button>
            )}
            <TestButton draft={form.values} savedSteps={automation?.steps ?? noSavedSteps} onRefused={(problem) => refuse('The automation has errors', problem)} />
            <SimulationButton automationId={automation?.id} draft={form.values} />
            {!readOnly && isDirty && initial.name !== '' && (
              <Button variant="subtle" onClick={() => form.reset()}>
                Undo changes
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </TriggerName>
  );
}

const noSavedSteps: readonly never[] = [];

/** What was refused. Where steps or conditions are wrong, they say so themselves. */
function Refusal({ title, failure }: { readonly title: string; readonly failure: unknown }) {
  const problem = asProblem(failure);
  const fields = Object.keys(problem.errors);
  if (problem.code === 'changedMeanwhile') {
    // What is saved now is loaded, and the page says what is to be decided.
    return null;
  }

  return fields.length > 0 && fields.every(isOfFlow) ? (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      <Text size="sm" c="var(--mantine-color-text)">
        Something is wrong with {fields.some((field) => !field.startsWith('steps')) ? 'a condition or the steps' : 'the steps'}; it stands there, in red.
      </Text>
    </Alert>
  ) : (
    <ProblemAlert title={title} error={failure} />
  );
}
