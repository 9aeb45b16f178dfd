import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { SecondStep } from './SecondStep';
import { startAnew } from './session';

/** Where the link of a forgotten password leads. The token stands behind #, which browsers send to no server. */
export default function ResetPasswordPage() {
  const token = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const form = useForm({ initialValues: { password: '' } });
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) => answer(api.POST('/api/auth/reset-password', { body: { token, password } })),
    onSuccess: (result) => ('code' in result ? undefined : startAnew()),
    onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
  });
  const problem = reset.error && asProblem(reset.error);
  if (reset.data && 'code' in reset.data) {
    return (
      <AccessFrame title="One more step" lead="Your new password is set. Your account asks for a second step to sign in." foot={null}>
        <SecondStep onSignedIn={startAnew} onBack={() => void navigate({ to: '/sign-in' })} />
      </AccessFrame>
    );
  }

  if (token === '' || problem?.code === 'linkNotFound') {
    return (
      <AccessFrame title="Choose a new password" lead="Links work once, for an hour." foot={null}>
        <EmptyState icon={IconLinkOff} title="This link no longer works" action={<ButtonTo to="/forgot-password">Ask for a new link</ButtonTo>}>
          It was used, or it has expired.
        </EmptyState>
      </AccessFrame>
    );
  }

  return (
    <AccessFrame
      title="Choose a new password"
      lead="You’ll be signed in here, and signed out everywhere else."
      foot={
        <LinkTo to="/sign-in" underline="always">
          Keep your old password and sign in
        </LinkTo>
      }
    >
      <form onSubmit={form.onSubmit((values) => reset.mutate(values))} noValidate>
        <Stack>
          {problem && Object.keys(problem.errors).length === 0 && <ProblemAlert title="We couldn’t set your password" error={problem} />}
          <PasswordInput
            label="New password"
            description="At least 8 characters, and not a common password."
            autoComplete="new-password"
            autoFocus
            required
            withAsterisk={false}
            aria-invalid={form.errors.password !== undefined}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={reset.isPending} fullWidth>
            Set the password
          </Button>
        </Stack>
      </form>
    </AccessFrame>
  );
}
