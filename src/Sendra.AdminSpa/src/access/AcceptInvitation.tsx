import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import { useAcceptInvitation } from './invitation';

interface AcceptInvitationProps {
  readonly token: string;
  /** Whom the invitation is for; null when whoever has the link may use it. */
  readonly email: string | null;
  /** Who is signed in. */
  readonly user: string | undefined;
}

/** Joins as who is signed in, or else with an account, or a new one. */
export function AcceptInvitation({ token, email, user }: AcceptInvitationProps) {
  const accept = useAcceptInvitation();
  const form = useForm({ initialValues: { email: email ?? '', password: '' } });
  const submit = form.onSubmit((values) =>
    accept.mutate(user === undefined ? { token, ...values } : { token }, { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) }),
  );
  const problem = accept.error && Object.keys(asProblem(accept.error).errors).length === 0 ? accept.error : null;

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {problem && <ProblemAlert title="You have not joined" error={problem} />}
        {user === undefined ? (
          <>
            <TextInput label="Email" type="email" autoComplete="username" readOnly={email !== null} required withAsterisk={false} {...form.getInputProps('email')} />
            <PasswordInput
              label="Password"
              description="Of your account; or choose one of at least 8 characters for a new account."
              autoComplete="current-password"
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
      </Stack>
    </form>
  );
}
