import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import { ButtonTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { useAcceptInvitation } from './invitation';
import { ProviderButtons } from './ProviderButtons';

interface AcceptInvitationProps {
  readonly token: string;
  /** True when only one account can use it. */
  readonly forAccount: boolean;
  /** Whom it is for, if whoever has the link may know it. */
  readonly email: string | null;
  /** Who is signed in. */
  readonly user: string | undefined;
}

/** Joins as who is signed in, or else with an account, or a new one. */
export function AcceptInvitation({ token, forAccount, email, user }: AcceptInvitationProps) {
  const accept = useAcceptInvitation();
  const form = useForm({ initialValues: { email: email ?? '', password: '' } });
  const submit = form.onSubmit((values) =>
    accept.mutate(user === undefined ? { token, ...values } : { token }, { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) }),
  );
  const isNew = email !== null && !forAccount;
  const problem = accept.error && Object.keys(asProblem(accept.error).errors).length === 0 ? accept.error : null;

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {problem && <ProblemAlert title="We couldn’t add you to the workspace" error={problem} />}
        {problem && asProblem(problem).code === 'secondFactorRequired' && (
          <ButtonTo to="/sign-in" search={{ next: `/invite#${token}` }} variant="default">
            Sign in
          </ButtonTo>
        )}
        {user === undefined ? (
          <>
            {forAccount && email === null && <Text size="sm">This invitation is for one account only. Sign in with that account.</Text>}
            <TextInput label="Email" type="email" autoComplete="username" required withAsterisk={false} readOnly={email !== null} {...form.getInputProps('email')} />
            <PasswordInput
              label={isNew ? 'Choose a password' : 'Password'}
              description={
                isNew ? 'At least 8 characters, and not a common password.' : forAccount ? undefined : 'Your account’s password. For a new account, choose one with at least 8 characters.'
              }
              autoComplete={isNew ? 'new-password' : 'current-password'}
              required
              withAsterisk={false}
              aria-invalid={form.errors.password !== undefined}
              {...form.getInputProps('password')}
            />
          </>
        ) : (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            You are signed in as <b>{user}</b>.
          </Text>
        )}
        <Button type="submit" fullWidth loading={accept.isPending}>
          Join
        </Button>
        {user === undefined && <ProviderButtons next={`/invite#${token}`} invitation={token} />}
      </Stack>
    </form>
  );
}
