import { Badge, Button, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconKey, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMe } from '../access/session';
import { answer, api } from '../api/client';
import { Command } from '../common/Command';
import { ButtonTo } from '../common/LinkTo';
import { notifyDone, notifyProblem } from '../common/notify';
import { sampleEvent, sendCurl } from './curl';
import { useQuickStartKey } from './quickStartKey';
import classes from './QuickStart.module.css';

/** How to send an event, ready to paste; says so when the first one has arrived. */
export function QuickStart({ received }: { readonly received: boolean }) {
  const isOwner = useMe().workspace.role === 'owner';
  const client = useQueryClient();
  const { key, make, isPending } = useQuickStartKey();
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/events/send', { body: sampleEvent })),
    onSuccess: async ({ enrolled, exited }) => {
      notifyDone(`${sampleEvent.eventName} was received: ${enrolled} enrolled, ${exited} exited.`);
      await client.invalidateQueries();
    },
    onError: (failure) => notifyProblem('We couldn’t send the event', failure),
  });

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
      <Text c="dimmed" size="sm" mb="sm">
        {key
          ? 'Paste this into a terminal. Its key can only send events. It is shown until you leave the app, so store it if you want to keep it.'
          : isOwner
            ? 'Your programs send events with an API key. Create one, and the command below includes it, ready to paste.'
            : 'Your programs send events with an API key. Ask an owner of the workspace for one, and put it in.'}
      </Text>
      {!key && isOwner && (
        <Button mb="md" leftSection={<IconKey size={16} />} onClick={make} loading={isPending}>
          Make a key and fill it in
        </Button>
      )}
      <Command title="The command" text={sendCurl(window.location.origin, key ?? 'YOUR_API_KEY', sampleEvent)} unfinished={!key && isOwner} />
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
