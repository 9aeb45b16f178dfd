import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import type { Suppression } from '../api/types';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useAddSuppression } from './queries';
import { ScopeChoice } from './ScopeChoice';

/** Suppresses one address. */
export function AddSuppression({ onClose }: { readonly onClose: () => void }) {
  const add = useAddSuppression();
  const form = useForm<{ email: string; scope: Suppression['scope'] }>({ initialValues: { email: '', scope: 'all' } });
  const submit = form.onSubmit(({ email, scope }) =>
    add.mutate(
      { email: email.trim(), scope },
      {
        onSuccess: (made) => {
          notifyDone(`${made.email ?? email} is suppressed.`);
          onClose();
        },
        onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title="Suppress an address" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {add.error && Object.keys(asProblem(add.error).errors).length === 0 && <ProblemAlert title="We couldn’t suppress the address" error={add.error} />}
          <TextInput label="Email" type="email" placeholder="ada@example.com" autoComplete="off" spellCheck={false} data-autofocus required withAsterisk={false} {...form.getInputProps('email')} />
          <ScopeChoice label="Stop" value={form.values.scope} onChange={(scope) => form.setFieldValue('scope', scope)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              Suppress
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
