import { Button, Stack, Text } from '@mantine/core';
import { IconLinkOff, IconMailCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { answer, api } from '../api/client';
import { asProblem } from '../api/problem';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { meQuery } from './session';

const title = 'Verify your email';

/**
 * Where the link in a verification email leads. It asks for a click, since mail scanners follow links, and for a session, since a link alone
 * must make nobody’s account somebody else’s.
 */
export default function VerifyEmailPage() {
  const token = useLocation({ select: (location) => location.hash });
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const verify = useMutation({
    mutationFn: () => answer(api.POST('/api/auth/verify-email', { body: { token } })),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  if (verify.isSuccess) {
    return (
      <AccessFrame title={title} lead="Thank you." foot={null}>
        <EmptyState icon={IconMailCheck} title="Your email is verified" action={<ButtonTo to="/">Open Sendra</ButtonTo>}>
          You’re all set.
        </EmptyState>
      </AccessFrame>
    );
  }

  if (token === '' || (verify.isError && asProblem(verify.error).code === 'linkNotFound')) {
    return (
      <AccessFrame title={title} lead="Links work once, for 24 hours." foot={null}>
        <EmptyState icon={IconLinkOff} title="This link no longer works" action={<ButtonTo to="/account">Open your account</ButtonTo>}>
          It was used, or it has expired. You can send a new one from your account.
        </EmptyState>
      </AccessFrame>
    );
  }

  if (me.isError) {
    return (
      <AccessFrame title={title} lead="Sign in first." foot={null}>
        <Stack>
          <Text size="sm">Sign in with the account whose email you want to verify. We’ll bring you back here.</Text>
          <ButtonTo to="/sign-in" search={{ next: `/verify-email#${token}` }}>
            Sign in
          </ButtonTo>
        </Stack>
      </AccessFrame>
    );
  }

  return (
    <AccessFrame title={title} lead="One click, and it’s done." foot="Didn’t sign up? Then close this page.">
      <Stack>
        {verify.error && <ProblemAlert title="We couldn’t verify your email" error={verify.error} />}
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          You are signed in as <b>{me.data?.user.email}</b>.
        </Text>
        <Button fullWidth loading={verify.isPending} disabled={me.isPending} onClick={() => verify.mutate()}>
          Verify my email
        </Button>
      </Stack>
    </AccessFrame>
  );
}
