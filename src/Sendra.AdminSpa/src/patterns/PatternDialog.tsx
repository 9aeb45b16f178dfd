import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import type { Pattern } from '../api/types';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { patternNameProblem } from './patternName';
import { useDeclarePattern, useDescribePattern } from './queries';

interface PatternDialogProps {
  /** The pattern to describe; none declares a new one. */
  readonly pattern?: Pattern;
  readonly onClose: () => void;
}

export function PatternDialog({ pattern, onClose }: PatternDialogProps) {
  const declare = useDeclarePattern();
  const describe = useDescribePattern();
  const form = useForm({
    initialValues: { name: pattern?.name ?? '', description: pattern?.description ?? '' },
    validate: { name: (name) => patternNameProblem(name.trim()) ?? null },
  });
  const onError = (failure: unknown) => form.setErrors(fieldErrors(asProblem(failure)));
  const submit = form.onSubmit(({ name, description }) => {
    const text = description.trim();
    if (pattern) {
      describe.mutate({ id: pattern.id, description: text }, { onSuccess: onClose, onError });
    } else {
      declare.mutate(
        { name: name.trim(), description: text },
        {
          onSuccess: () => {
            notifyDone(`${name.trim()} is declared.`);
            onClose();
          },
          onError,
        },
      );
    }
  });
  const error = declare.error ?? describe.error;

  return (
    <Modal opened onClose={onClose} title={pattern ? `Describe ${pattern.name}` : 'New pattern'} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {error && <ProblemAlert title="We couldn’t save the pattern" error={error} />}
          {!pattern && (
            <TextInput
              label="Name"
              description="Letters, digits, _ . and -, starting with a letter. Past tense reads best: signedUp, invoicePaid."
              placeholder="signedUp"
              spellCheck={false}
              autoComplete="off"
              data-autofocus
              required
              withAsterisk={false}
              {...form.getInputProps('name')}
            />
          )}
          <Textarea label="Description" description="What the event means, for your team." autosize minRows={2} maxRows={8} data-autofocus={pattern ? true : undefined} {...form.getInputProps('description')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={declare.isPending || describe.isPending}>
              {pattern ? 'Save' : 'Declare'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
