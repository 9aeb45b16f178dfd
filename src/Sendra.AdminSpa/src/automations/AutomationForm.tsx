import { Button, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconListSearch } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import { ButtonTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { EventNamesInput } from '../events/EventNamesInput';
import type { AutomationDraft } from './queries';
import { SimulationButton } from './simulation/SimulationButton';
import { TriggerEventInput } from './TriggerEventInput';
import { describe, frequencies } from './words';
import classes from './AutomationForm.module.css';

interface AutomationFormProps {
  /** None for one that is still to be made. */
  readonly automationId?: string;
  readonly initial: AutomationDraft;
  readonly submitLabel: string;
  /** Fulfilled when the automation is saved, rejected with a problem when not. */
  readonly onSubmit: (draft: AutomationDraft) => Promise<void>;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly readOnly?: boolean;
}

/** The trigger inspector: what lets contacts in, how often, and what drops them. */
export function AutomationForm({ automationId, initial, submitLabel, onSubmit, error, isPending, readOnly = false }: AutomationFormProps) {
  const form = useForm<AutomationDraft>({ initialValues: initial });
  const saved = useRef(false);
  useBlocker({
    shouldBlockFn: () => !saved.current && form.isDirty() && !window.confirm('Leave without saving? Your changes will be lost.'),
    enableBeforeUnload: () => !saved.current && form.isDirty(),
  });
  const { eventName, frequency, exitEvents } = form.values;

  const submit = async (draft: AutomationDraft) => {
    try {
      saved.current = true;
      await onSubmit({ ...draft, eventName: draft.eventName.trim() });
      form.resetDirty();
    } catch (failure) {
      saved.current = false;
      form.setErrors(fieldErrors(asProblem(failure), { 'trigger.eventName': 'eventName', trigger: 'eventName' }));
    }
  };

  return (
    <form onSubmit={form.onSubmit((draft) => void submit(draft))} noValidate>
      <Stack gap="lg">
        {error !== null && <ProblemAlert title="The automation was not saved" error={error} />}
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
            <TriggerEventInput
              value={eventName}
              onChange={(name) => form.setFieldValue('eventName', name)}
              error={form.errors.eventName}
              disabled={readOnly}
            />
            <Radio.Group label="Frequency" {...form.getInputProps('frequency')}>
              <Stack gap="xs" mt={6}>
                {frequencies.map(({ value, label, text }) => (
                  <Radio.Card key={value} value={value} radius="md" className={classes.choice} disabled={readOnly} aria-label={label}>
                    <Group wrap="nowrap" align="flex-start" gap="sm">
                      <Radio.Indicator mt={2} />
                      <div>
                        <Text size="sm" fw={600}>
                          {label}
                        </Text>
                        <Text size="sm" c="dimmed">
                          {text}
                        </Text>
                      </div>
                    </Group>
                  </Radio.Card>
                ))}
              </Stack>
            </Radio.Group>
            <EventNamesInput
              label="Exit on events"
              description="Any of these drops the contact’s active runs the moment it arrives, at whatever step."
              placeholder="Type a name and press Enter"
              value={exitEvents}
              onChange={(names) => form.setFieldValue('exitEvents', names)}
              error={form.errors.exitEvents}
              disabled={readOnly}
            />
          </Stack>
          <Text className={classes.summary} size="sm" aria-live="polite">
            {describe(eventName.trim(), frequency, exitEvents)}
          </Text>
        </Paper>
        <Group>
          {!readOnly && (
            <Button type="submit" loading={isPending} disabled={!form.isDirty() && initial.name !== ''}>
              {submitLabel}
            </Button>
          )}
          <SimulationButton automationId={automationId} draft={form.values} />
          {!readOnly && form.isDirty() && initial.name !== '' && (
            <Button variant="subtle" onClick={() => form.reset()}>
              Undo changes
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
