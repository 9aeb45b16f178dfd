import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { forget } from './session';

const route = getRouteApi('/sign-up');

export default function SignUpPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const form = useForm({ initialValues: { workspaceName: '', email: '', password: '' } });
  const signUp = useMutation({
    mutationFn: (values: typeof form.values) => answer(api.POST('/api/auth/register', { body: values })),
    onSuccess: () => {
      forget(client);
      router.history.push(next ?? '/');
    },
    onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
  });

  return (
    <AccessFrame
      title="Create your workspace"
      lead="Send events, enroll contacts, and always know why."
      foot={
        <>
          Have an account?{' '}
          <LinkTo to="/sign-in" search={{ next }} underline="always">
            Sign in
          </LinkTo>
        </>
      }
    >
      <form onSubmit={form.onSubmit((values) => signUp.mutate(values))} noValidate>
        <Stack>
          {signUp.error && <ProblemAlert title="We couldn’t create your account" error={signUp.error} />}
          <TextInput
            label="Workspace name"
            description="The name of your team or product."
            autoComplete="organization"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('workspaceName')}
          />
          <TextInput label="Email" type="email" autoComplete="username" required withAsterisk={false} {...form.getInputProps('email')} />
          <PasswordInput
            label="Password"
            description="At least 8 characters."
            autoComplete="new-password"
            required
            withAsterisk={false}
            aria-invalid={form.errors.password !== undefined}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signUp.isPending} fullWidth>
            Create workspace
          </Button>
        </Stack>
      </form>
    </AccessFrame>
  );
}
