import { Badge, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useMe } from '../access/session';
import { CopyButton } from '../common/CopyButton';
import { ButtonTo } from '../common/LinkTo';
import { notifyDone, notifyProblem } from '../common/notify';
import { sampleEvent, sendCurl, signInCurl } from './curl';
import classes from './QuickStart.module.css';

/** How to send an event, ready to paste; says so when the first one has arrived. */
export function QuickStart({ received }: { readonly received: boolean }) {
  const { user } = useMe();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/events/send', { body: sampleEvent })),
    onSuccess: async ({ enrolled, exited }) => {
      notifyDone(`${sampleEvent.eventName} was received: ${enrolled} enrolled, ${exited} exited.`);
      await client.invalidateQueries();
    },
    onError: (failure) => notifyProblem('The event was not sent', failure),
  });
  const origin = window.location.origin;

  return (
    <Paper withBorder radius="lg" className={classes.frame} component="section" aria-labelledby="quick-start">
      <Group justify="space-between" gap="sm" mb="xs">
        <Title order={2} size="h4" id="quick-start">
          Send an event
        </Title>
        <div role="status">
          {received ? (
            <Badge className={classes.received} size="lg" leftSection={<IconCircleCheck size={16} />}>
              Events are arriving
            </Badge>
          ) : (
            <Badge className={classes.waiting} size="lg" leftSection={<Loader size={12} color="currentColor" />}>
              Waiting for the first event
            </Badge>
          )}
        </div>
      </Group>
      <Text c="dimmed" size="sm" mb="md">
        Paste one after the other into a terminal. The first asks for your password and keeps the session in a file.
      </Text>
      <Stack gap="sm">
        <Command title="1. Sign in" text={signInCurl(origin, user.email)} />
        <Command title="2. Send the event" text={sendCurl(origin, sampleEvent)} />
      </Stack>
      <Group mt="md" gap="sm">
        <Button variant="light" leftSection={<IconSend size={16} />} onClick={() => send.mutate()} loading={send.isPending}>
          Send this event from here
        </Button>
        <ButtonTo to="/automations/new" search={{ eventName: sampleEvent.eventName }} variant="default">
          Make an automation on {sampleEvent.eventName}
        </ButtonTo>
      </Group>
    </Paper>
  );
}

function Command({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <CopyButton value={text} label={`Copy: ${title.slice(3)}`} />
      </Group>
      <pre className={classes.code} tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </div>
  );
}
