import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import { PasskeyButton } from './PasskeyButton';
import { SecondStep } from './SecondStep';
import { myWorkspacesQuery, startAnew, useComeBack, useMe, useStanding } from './session';

/** Stands over the page when its session ended or went on elsewhere; the page stays, with all that was typed. */
export function StandingDialog() {
  const standing = useStanding();
  const { workspace } = useMe();
  // Deleted, or left: nobody who has moved away can go back there.
  const mine = useQuery({ ...myWorkspacesQuery, enabled: standing === 'moved' }).data;
  const isGone = standing === 'moved' && mine !== undefined && !mine.includes(workspace.id);
  return (
    <Modal
      opened={standing !== 'here'}
      // There is no way past it: nothing on the page works until it is decided.
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={400}
      title={isGone ? `${workspace.name} is gone` : standing === 'moved' ? 'You switched to another workspace' : 'Your session has ended'}
    >
      {standing === 'signedOut' && <SignInAgain />}
      {standing === 'moved' && (isGone ? <Gone /> : <Moved />)}
    </Modal>
  );
}

function SignInAgain() {
  const { user } = useMe();
  const comeBack = useComeBack();
  const form = useForm({ initialValues: { password: '' } });
  const signIn = useMutation({
    mutationFn: ({ password }: typeof form.values) => answer(api.POST('/api/auth/login', { body: { email: user.email, password } })),
    onSuccess: (result) => ('code' in result ? undefined : comeBack.mutate(result)),
    onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
  });
  const problem = signIn.error ?? comeBack.error;
  if (comeBack.error && asProblem(comeBack.error).code === 'workspaceNotFound') {
    return <Gone />;
  }

  if (signIn.data && 'code' in signIn.data) {
    return (
      <Stack>
        {comeBack.error && <ProblemAlert title="We couldn’t sign you in" error={comeBack.error} />}
        <SecondStep onSignedIn={(session) => comeBack.mutate(session)} onBack={signIn.reset} />
      </Stack>
    );
  }

  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
      <Stack>
        {problem && <ProblemAlert title="We couldn’t sign you in" error={problem} />}
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Sign in again as <b>{user.email}</b> to continue. What you typed is still here.
        </Text>
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          aria-invalid={form.errors.password !== undefined}
          {...form.getInputProps('password')}
        />
        <PasskeyButton onSignedIn={(session) => (session.user.email === user.email ? comeBack.mutate(session) : startAnew())} />
        <Group justify="flex-end">
          <Button variant="default" onClick={startAnew}>
            Leave this page
          </Button>
          <Button type="submit" loading={signIn.isPending || comeBack.isPending}>
            Sign in
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Moved() {
  const { workspace } = useMe();
  const comeBack = useComeBack();
  return (
    <Stack>
      {comeBack.error && <ProblemAlert title={`We couldn’t switch back to ${workspace.name}`} error={comeBack.error} />}
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        This page shows <b>{workspace.name}</b>, but you switched to another workspace in another tab. Nothing was changed in either.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={startAnew}>
          Show the other workspace
        </Button>
        <Button data-autofocus loading={comeBack.isPending} onClick={() => comeBack.mutate(undefined)}>
          Stay in {workspace.name}
        </Button>
      </Group>
    </Stack>
  );
}

function Gone() {
  const { workspace } = useMe();
  return (
    <Stack>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <b>{workspace.name}</b> was deleted, or you are no longer a member of it. What this page shows can’t be changed any more.
      </Text>
      <Group justify="flex-end">
        <Button data-autofocus onClick={startAnew}>
          Continue
        </Button>
      </Group>
    </Stack>
  );
}
