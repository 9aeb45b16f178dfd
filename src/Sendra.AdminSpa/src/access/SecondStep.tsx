import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState, type ChangeEvent, type ReactNode } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import { PasskeyButton } from './PasskeyButton';

interface SecondStepProps {
  readonly onSignedIn: (session: Schemas['SessionResponse']) => void;
  /** Back to the password. */
  readonly onBack: () => void;
}

/** The password was right; the second factor is still to be shown. */
export function SecondStep({ onSignedIn, onBack }: SecondStepProps) {
  const [withRecovery, setWithRecovery] = useState(false);
  const form = useForm({ initialValues: { code: '' } });
  const show = useMutation({
    mutationFn: (body: typeof form.values) => answer(api.POST('/api/auth/login/second-factor', { body })),
    onSuccess: onSignedIn,
    onError: (failure) => {
      const problem = asProblem(failure);
      form.setErrors(problem.code === 'invalidCode' ? { code: problem.message } : fieldErrors(problem));
    },
  });
  const problem = show.error && asProblem(show.error);
  const swap = () => {
    form.reset();
    show.reset();
    setWithRecovery(!withRecovery);
  };
  return (
    <form onSubmit={form.onSubmit((values) => show.mutate(values))} noValidate>
      <Stack>
        {problem && problem.code !== 'invalidCode' && Object.keys(problem.errors).length === 0 && <ProblemAlert title="We couldn’t sign you in" error={problem} />}
        <CodeInput key={String(withRecovery)} withRecovery={withRecovery} autoFocus {...form.getInputProps('code')} />
        <Button type="submit" loading={show.isPending} fullWidth>
          Sign in
        </Button>
        <PasskeyButton onSignedIn={onSignedIn} />
        <Anchor component="button" type="button" size="sm" ta="center" underline="always" onClick={swap}>
          {withRecovery ? 'Use the authenticator app' : 'Use a recovery code'}
        </Anchor>
        <Anchor component="button" type="button" size="sm" ta="center" underline="always" onClick={onBack}>
          Start over
        </Anchor>
      </Stack>
    </form>
  );
}

interface CodeInputProps {
  readonly withRecovery: boolean;
  readonly autoFocus?: boolean;
  readonly value?: string;
  readonly error?: ReactNode;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

export function CodeInput({ withRecovery, ...props }: CodeInputProps) {
  return withRecovery ? (
    <TextInput label="Recovery code" description="One of the codes you saved when you turned on two-step sign-in. Each works once." autoComplete="off" spellCheck={false} required withAsterisk={false} {...props} />
  ) : (
    <TextInput label="Code" description="The six digits your authenticator app shows." autoComplete="one-time-code" inputMode="numeric" required withAsterisk={false} {...props} />
  );
}
