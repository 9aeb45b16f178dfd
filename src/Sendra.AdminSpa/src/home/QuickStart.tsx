import { Badge, Button, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconKey, IconSend } from '@tabler/icons-react';
import { useMe } from '../access/session';
import { ButtonTo } from '../common/LinkTo';
import { notifyDone, notifyProblem } from '../common/notify';
import { CodeSample } from '../sending/CodeSample';
import { sampleBody, sampleName } from '../sending/eventBody';
import { useSendEvent } from '../sending/queries';
import { useQuickStartKey } from './quickStartKey';
import classes from './QuickStart.module.css';

/** How to send an event, ready to paste; says so when the first one has arrived. */
export function QuickStart({ received }: { readonly received: boolean }) {
  const isOwner = useMe().workspace.role === 'owner';
  const { key, make, isPending } = useQuickStartKey();
  const send = useSendEvent();
  const sendNow = () =>
    send.mutate(sampleBody, {
      onSuccess: ({ enrolled, exited }) => notifyDone(`${sampleName} was received: ${enrolled} enrolled, ${exited} exited.`),
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
            : 'Your programs send events with an API key. Ask an owner of the workspace for one, and paste it in.'}
      </Text>
      {!key && isOwner && (
        <Button mb="md" variant="light" leftSection={<IconKey size={16} />} onClick={make} loading={isPending}>
          Create a key and fill it in
        </Button>
      )}
      <CodeSample body={sampleBody} apiKey={key} unfinished={!key && isOwner} />
      <Group mt="md" gap="sm">
        <Button variant="light" leftSection={<IconSend size={16} />} onClick={sendNow} loading={send.isPending}>
          Send this event now
        </Button>
        <ButtonTo to="/automations/new" search={{ eventName: sampleName }} variant="default">
          Create an automation on {sampleName}
        </ButtonTo>
      </Group>
    </Paper>
  );
}
