import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconTestPipe } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { JsonField } from '../../common/JsonField';
import { ProblemAlert } from '../../common/ProblemAlert';
import { ContactInput } from '../../contacts/ContactInput';
import { testErrors, type TestErrors } from './testErrors';
import type { TestPanelProps } from './TestPanel';
import { TestResultView } from './TestResultView';
import { awaitedEvents, contentOfTest, toTest, type AwaitedEvent, type TestAnswer, type TestInput } from './testRun';
import classes from './TestForm.module.css';

interface TestFormProps extends TestPanelProps {
  readonly initial: TestInput;
  /** Whether the properties come from an event of the log. */
  readonly isReal: boolean;
}

/** On whom and with what the automation is tried, and what it would do. */
export function TestForm({ definition, initial, isReal, onRefused, onShowForm, onResult }: TestFormProps) {
  const [input, setInput] = useState(initial);
  const [wrong, setWrong] = useState<TestErrors>({});
  const test = useMutation({
    mutationFn: async ({ body }: { readonly body: NonNullable<ReturnType<typeof toTest>['body']>; readonly content: string }) => answer(api.POST('/api/automations/test', { body })),
    onSuccess: ({ journey }) => onResult(journey),
    onError: (failure) => {
      const errors = testErrors(asProblem(failure));
      setWrong(errors);
      if (errors.definition !== undefined) {
        onRefused(errors.definition);
      }
    },
  });
  const { eventName } = definition.trigger;
  const awaited = awaitedEvents(definition.steps);
  const content = contentOfTest(definition, input);
  const run = () => {
    const { body, wrong: texts } = toTest(definition, input);
    setWrong(texts ?? {});
    if (body !== undefined) {
      test.mutate({ body, content });
    }
  };

  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        Takes one contact through the automation as the form shows it, saved or not. Waits are skipped. Nothing is stored or sent.
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Stack gap="md">
          <ContactInput value={input.contact} onChange={(contact) => setInput({ ...input, contact })} emailError={wrong.email} propertiesError={wrong.contact} />
          <JsonField
            label={`Properties of ${eventName}`}
            description={isReal ? 'JSON. These are from the newest event in the log.' : 'JSON. The log has no such event yet, so these are examples.'}
            value={input.properties}
            onChange={(properties) => setInput({ ...input, properties })}
            error={wrong.event}
          />
          {awaited.map((one) => (
            <AnswerInput
              key={one.stepId}
              awaited={one}
              value={input.answers[one.stepId] ?? 'timedOut'}
              onChange={(answer) => setInput({ ...input, answers: { ...input.answers, [one.stepId]: answer } })}
            />
          ))}
          <Group>
            <Button type="submit" leftSection={<IconTestPipe size={16} />} loading={test.isPending}>
              Run test
            </Button>
          </Group>
        </Stack>
      </form>
      {wrong.definition !== undefined && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title="The automation has errors" role="alert">
          <Text size="sm" c="var(--mantine-color-text)">
            Fix them to run the test. Each one is shown at its field in the form.
          </Text>
          <Button mt="sm" size="xs" variant="default" onClick={onShowForm}>
            Show them in the form
          </Button>
        </Alert>
      )}
      {wrong.rest !== undefined && <ProblemAlert title="The test failed" error={wrong.rest} />}
      {test.isSuccess && <TestResultView result={test.data} email={input.contact.email.trim()} eventName={eventName} isStale={test.variables.content !== content} />}
    </Stack>
  );
}

interface AnswerInputProps {
  readonly awaited: AwaitedEvent;
  readonly value: TestAnswer;
  readonly onChange: (answer: TestAnswer) => void;
}

function AnswerInput({ awaited: { stepId, called, eventName }, value, onChange }: AnswerInputProps) {
  const id = `answer-${stepId}`;
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id={id} style={{ overflowWrap: 'anywhere' }}>
        At “{called}”
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        className={classes.answer}
        value={value}
        onChange={(next) => onChange(next as TestAnswer)}
        data={[
          { value: 'timedOut', label: `${eventName} doesn’t arrive in time` },
          { value: 'received', label: `${eventName} arrives` },
        ]}
      />
    </div>
  );
}
