import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import { isAskedToConfirm, settleConfirmation, subscribeToConfirmation } from './confirmation';
import { optionsQuery } from './options';
import { canUsePasskeys, NoPasskeyUsed, usePasskeyOnce } from './passkeys';
import { CodeInput } from './SecondStep';
import { useMe } from './session';

/** Stands over the page while a call waits for the person to show again who they are; then the call goes on by itself. */
export function ConfirmDialog() {
  const asked = useSyncExternalStore(subscribeToConfirmation, isAskedToConfirm);
  return (
    <Modal opened={asked} onClose={() => settleConfirmation(false)} zIndex={300} title="Confirm that it’s you" closeButtonProps={{ 'aria-label': 'Close' }} closeOnClickOutside={false}>
      {asked && <Confirm />}
    </Modal>
  );
}

function Confirm() {
  const { user } = useMe();
  const options = useQuery(optionsQuery);
  const [withRecovery, setWithRecovery] = useState(false);
  const form = useForm({ initialValues: { password: '', code: '' } });
  const confirm = useMutation({
    mutationFn: ({ password, code }: typeof form.values) => answer(api.POST('/api/auth/confirm', { body: { password, code: user.secondFactor ? code : undefined } })),
    onSuccess: () => settleConfirmation(true),
    onError: (failure) => {
      const problem = asProblem(failure);
      form.setErrors(
        problem.code === 'invalidCredentials' ? { password: 'This isn’t your password.' } : problem.code === 'invalidCode' ? { code: problem.message } : fieldErrors(problem),
      );
    },
  });
  const passkey = useMutation({
    mutationFn: async () => answer(api.POST('/api/auth/confirm/passkey', { body: await usePasskeyOnce() })),
    onSuccess: () => settleConfirmation(true),
  });
  const problem = confirm.error && asProblem(confirm.error);
  const atField = problem && (problem.code === 'invalidCredentials' || problem.code === 'invalidCode' || Object.keys(problem.errors).length > 0);
  return (
    <form onSubmit={form.onSubmit((values) => confirm.mutate(values))} noValidate>
      <Stack>
        {problem && !atField && <ProblemAlert title="We couldn’t confirm that it’s you" error={problem} />}
        <Text size="sm">This is a sensitive action, so please confirm that it’s you. We won’t ask again for an hour.</Text>
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          aria-invalid={form.errors.password !== undefined}
          {...form.getInputProps('password')}
        />
        {user.secondFactor && (
          <>
            <CodeInput key={String(withRecovery)} withRecovery={withRecovery} autoFocus={withRecovery} {...form.getInputProps('code')} />
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => setWithRecovery(!withRecovery)}>
              {withRecovery ? 'Use the authenticator app' : 'Use a recovery code'}
            </Anchor>
          </>
        )}
        {options.data && options.data.providers.length > 0 && (
          <Text size="sm" c="dimmed">
            No password, because you sign in with {options.data.providers.map(({ name }) => name).join(' or ')}? Sign out, then sign in again.
          </Text>
        )}
        {passkey.error && !(passkey.error instanceof NoPasskeyUsed) && <ProblemAlert title="We couldn’t confirm that it’s you" error={passkey.error} />}
        <Group justify="flex-end">
          {canUsePasskeys() && (
            <Button variant="default" leftSection={<IconFingerprint size={18} />} loading={passkey.isPending} onClick={() => passkey.mutate()} mr="auto">
              Use a passkey
            </Button>
          )}
          <Group wrap="nowrap">
            <Button variant="default" onClick={() => settleConfirmation(false)}>
              Cancel
            </Button>
            <Button type="submit" loading={confirm.isPending}>
              Confirm
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
