import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { optionsQuery } from './options';
import { ProviderButtons } from './ProviderButtons';
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
  const options = useQuery(optionsQuery);
  if (options.data?.canSignUp === false) {
    return (
      <AccessFrame
        title="Sign-up is closed"
        lead="Have an account?"
        foot={
          <LinkTo to="/sign-in" search={{ next }} underline="always">
            Sign in
          </LinkTo>
        }
      >
        <Text size="sm">
          {options.data.signUp === 'invited'
            ? 'You need an invitation to create an account here. Ask an owner of the workspace for one, and open its link.'
            : 'This server doesn’t accept new accounts. Ask the person who runs it.'}
        </Text>
      </AccessFrame>
    );
  }

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
            description="At least 8 characters, and not a common password."
            autoComplete="new-password"
            required
            withAsterisk={false}
            aria-invalid={form.errors.password !== undefined}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signUp.isPending} fullWidth>
            Create workspace
          </Button>
          <ProviderButtons next={next} />
        </Stack>
      </form>
    </AccessFrame>
  );
}
