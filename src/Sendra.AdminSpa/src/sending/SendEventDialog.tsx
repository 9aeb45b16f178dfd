import { Alert, Button, Group, Modal, Stack, Tabs, Text } from '@mantine/core';
import { IconCircleCheck, IconCode, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { JsonField } from '../common/JsonField';
import { isJson, prettyText } from '../common/jsonText';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { CodeSample } from './CodeSample';
import { sampleBody } from './eventBody';
import { useSendEvent } from './queries';

interface SendEventDialogProps {
  /** What stands in the form at first. */
  readonly body?: string | undefined;
  readonly onClose: () => void;
}

/** Sends an event from the app, as a program would: its body can be changed, and its code copied. */
export default function SendEventDialog({ body: given = sampleBody, onClose }: SendEventDialogProps) {
  const [body, setBody] = useState(given);
  const send = useSendEvent();
  const shown = isJson(body) ? prettyText(body) : body;
  return (
    <Modal opened onClose={onClose} size="lg" title="Send an event" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(body);
        }}
      >
        <Stack>
          {send.error && <ProblemAlert title="We couldn’t send the event" error={send.error} />}
          {send.data && (
            <Alert color="teal" variant="light" icon={<IconCircleCheck size={18} />} title="Received" role="status">
              <Text size="sm" c="var(--mantine-color-text)">
                {send.data.enrolled} enrolled, {send.data.exited} exited.{' '}
                {send.data.eventId && (
                  <LinkTo to="/settings/events/log/$eventId" params={{ eventId: send.data.eventId }} size="sm" underline="always" onClick={onClose}>
                    See what it did and why
                  </LinkTo>
                )}
              </Text>
              {send.data.warnings.map(({ field, message }) => (
                <Text key={field} size="sm" c="var(--mantine-color-text)">
                  {message}
                </Text>
              ))}
            </Alert>
          )}
          <Text size="sm" c="dimmed">
            This is a real event: automations that listen for its name react to it.
          </Text>
          <Tabs defaultValue="event" keepMounted={false}>
            <Tabs.List mb="sm">
              <Tabs.Tab value="event" leftSection={<IconSend size={15} />}>
                Event
              </Tabs.Tab>
              <Tabs.Tab value="code" leftSection={<IconCode size={15} />}>
                Code
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="event">
              <JsonField label="Body" value={body} onChange={setBody} error={isJson(body) ? undefined : 'This isn’t valid JSON.'} data-autofocus />
            </Tabs.Panel>
            <Tabs.Panel value="code">
              <CodeSample body={shown} />
            </Tabs.Panel>
          </Tabs>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" leftSection={<IconSend size={16} />} loading={send.isPending} disabled={!isJson(body)}>
              {send.data ? 'Send again' : 'Send'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
