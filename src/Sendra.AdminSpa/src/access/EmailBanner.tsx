import { Alert, Button, Group, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { notifyDone, notifyProblem } from '../common/notify';
import { optionsQuery } from './options';
import { useMe } from './session';

/** Reminds people to verify their email, where the server can send them the link. */
export function EmailBanner() {
  const { user } = useMe();
  const options = useQuery(optionsQuery);
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/auth/verification')),
    onSuccess: () => notifyDone(`A link is on its way to ${user.email}.`),
    onError: (failure) => notifyProblem('We couldn’t send the link', failure),
  });
  if (user.emailVerified || options.data?.sendsEmail !== true) {
    return null;
  }

  return (
    <Alert variant="light" icon={<IconMail size={18} />} mb="lg" role="status" title="Verify your email">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere', flex: '1 1 240px' }}>
          We sent a link to <b>{user.email}</b>. Open it to show that the address is yours.
        </Text>
        <Button size="xs" variant="default" loading={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate()}>
          {send.isSuccess ? 'Sent' : 'Send it again'}
        </Button>
      </Group>
    </Alert>
  );
}
