import { Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailOpened } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { EmptyState } from '../common/EmptyState';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { optionsQuery } from './options';

export default function ForgotPasswordPage() {
  const options = useQuery(optionsQuery);
  const form = useForm({ initialValues: { email: '' } });
  const ask = useMutation({
    mutationFn: (body: typeof form.values) => answer(api.POST('/api/auth/forgot-password', { body })),
    onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
  });
  const foot = (
    <LinkTo to="/sign-in" underline="always">
      Back to sign-in
    </LinkTo>
  );
  if (options.data?.sendsEmail === false) {
    return (
      <AccessFrame title="Forgot your password?" lead="This server sends no email." foot={foot}>
        <Stack gap="sm">
          <Text size="sm">Ask the person who runs this server for a link to set a new password. They get one with this command:</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            Sendra.WebApi reset-password you@example.com
          </Code>
        </Stack>
      </AccessFrame>
    );
  }

  if (ask.isSuccess) {
    return (
      <AccessFrame title="Check your inbox" lead="The email comes within a minute or two." foot={foot}>
        <EmptyState
          icon={IconMailOpened}
          title="If there is an account, a link is on its way"
          action={
            <Button variant="default" onClick={ask.reset}>
              Use another email
            </Button>
          }
        >
          We sent it to <b style={{ overflowWrap: 'anywhere' }}>{ask.variables.email.trim()}</b>. It works once, for an hour. Nothing there? Look in the spam folder.
        </EmptyState>
      </AccessFrame>
    );
  }

  const problem = ask.error && Object.keys(asProblem(ask.error).errors).length === 0 ? ask.error : null;
  return (
    <AccessFrame title="Forgot your password?" lead="We email you a link to set a new one." foot={foot}>
      <form onSubmit={form.onSubmit((values) => ask.mutate(values))} noValidate>
        <Stack>
          {problem && <ProblemAlert title="We couldn’t send the link" error={problem} />}
          <TextInput label="Email" type="email" autoComplete="username" autoFocus required withAsterisk={false} {...form.getInputProps('email')} />
          <Button type="submit" loading={ask.isPending} fullWidth>
            Send the link
          </Button>
        </Stack>
      </form>
    </AccessFrame>
  );
}
