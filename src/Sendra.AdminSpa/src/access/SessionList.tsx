import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { sessionsQuery, useSignOutEverywhere } from './session';
import { browserOf } from './userAgent';

/** Where the person is signed in. */
export function SessionList() {
  const list = useQuery(sessionsQuery);
  const everywhere = useSignOutEverywhere();
  const ask = () =>
    confirm({
      title: 'Sign out everywhere?',
      text: 'This ends all your sessions within a minute, this one at once.',
      yes: 'Sign out everywhere',
      danger: true,
      onYes: () => everywhere.mutate(undefined, { onError: (failure) => notifyProblem('We couldn’t sign you out', failure) }),
    });
  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="sessions">
      <Stack>
        <div>
          <Title order={2} size="h5" id="sessions">
            Sessions
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            Where you’re signed in. If you don’t recognize one, end it and change your password.
          </Text>
        </div>
        {list.isError && <ProblemAlert title="We couldn’t load your sessions" error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Skeleton h={80} role="status" aria-label="Loading sessions" />}
        {list.data?.items.map((session) => <Row key={session.id} session={session} />)}
        <Group>
          <Button variant="default" onClick={ask} loading={everywhere.isPending}>
            Sign out everywhere…
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Row({ session: { id, current, address, userAgent, workspace, lastUsedAt, createdAt } }: { readonly session: Schemas['SessionItem'] }) {
  const client = useQueryClient();
  const name = browserOf(userAgent);
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => notifyDone('The session has ended.'),
    onError: (failure) => notifyProblem('We couldn’t end the session', failure),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600} title={userAgent ?? undefined}>
            {name}
          </Text>
          {current && <Badge size="sm">This one</Badge>}
        </Group>
        <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
          {[address, workspace].filter((part) => part !== null).join(' · ')} · last used <Time iso={lastUsedAt} as="ago" /> · signed in <Time iso={createdAt} as="ago" />
        </Text>
      </div>
      {!current && (
        <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate()} aria-label={`End the session of ${name}`} style={{ flex: 'none' }}>
          End
        </Button>
      )}
    </Group>
  );
}
