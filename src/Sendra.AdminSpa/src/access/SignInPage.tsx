import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { optionsQuery } from './options';
import { PasskeyButton } from './PasskeyButton';
import { ProviderButtons, ProviderProblem } from './ProviderButtons';
import { SecondStep } from './SecondStep';
import { forget } from './session';
import { useAutofilledPasskey } from './useAutofilledPasskey';

const route = getRouteApi('/sign-in');

export default function SignInPage() {
  const { next, step, problem, provider } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const options = useQuery(optionsQuery);
  const [halfway, setHalfway] = useState(step === 'code');
  const form = useForm({ initialValues: { email: '', password: '' } });
  const enter = () => {
    forget(client);
    router.history.push(next ?? '/');
  };
  const [choosing, setChoosing] = useState(false);
  useAutofilledPasskey(!halfway && !choosing, enter);
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) => answer(api.POST('/api/auth/login', { body: values })),
    onSuccess: (result) => ('code' in result ? setHalfway(true) : enter()),
    onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
  });

  if (halfway) {
    return (
      <AccessFrame title="One more step" lead={form.values.email.trim() === '' ? 'Confirm that it’s you.' : `Signing in as ${form.values.email.trim()}.`} foot={null}>
        <SecondStep onSignedIn={enter} onBack={() => setHalfway(false)} />
      </AccessFrame>
    );
  }

  return (
    <AccessFrame
      title="Sign in"
      lead="Welcome back."
      foot={
        options.data?.canSignUp === false ? null : (
          <>
            New here?{' '}
            <LinkTo to="/sign-up" search={{ next }} underline="always">
              Create an account
            </LinkTo>
          </>
        )
      }
    >
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
        <Stack>
          {!signIn.error && <ProviderProblem problem={problem} provider={provider} />}
          {signIn.error && <ProblemAlert title="We couldn’t sign you in" error={signIn.error} />}
          <TextInput label="Email" type="email" autoComplete="username webauthn" autoFocus required withAsterisk={false} {...form.getInputProps('email')} />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            aria-invalid={form.errors.password !== undefined}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            Sign in
          </Button>
          <PasskeyButton onSignedIn={enter} onChoosing={setChoosing} />
          <ProviderButtons next={next} />
          <LinkTo to="/forgot-password" size="sm" ta="center" underline="always">
            Forgot your password?
          </LinkTo>
        </Stack>
      </form>
    </AccessFrame>
  );
}
