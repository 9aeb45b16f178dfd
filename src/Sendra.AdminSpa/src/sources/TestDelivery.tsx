import { Alert, Button, Group, Modal, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Source } from '../api/types';
import { JsonField } from '../common/JsonField';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { Sentence } from '../common/Sentence';
import { madeSample } from './madeSample';
import { outcomeOf } from './outcome';
import { presetsQuery, samplesQuery, useSendTestDelivery } from './queries';
import { fromHeaderLines, toHeaderLines, type Sample } from './sample';

interface TestDeliveryProps {
  readonly source: Source;
  readonly onClose: () => void;
}

/** Sends a delivery in the sender's place: like its last one, else like those in its documentation. */
export default function TestDelivery({ source, onClose }: TestDeliveryProps) {
  const samples = useQuery(samplesQuery(source.id));
  const presets = useQuery(presetsQuery);
  const isReady = !samples.isPending && !presets.isPending;
  const first = samples.data?.[0] ?? presets.data?.items.find(({ id }) => id === source.preset)?.sample ?? madeSample(source);
  return (
    <Modal opened onClose={onClose} size="lg" title="Send a test delivery" closeButtonProps={{ 'aria-label': 'Close' }}>
      {isReady ? <TestDeliveryForm source={source} first={first} onClose={onClose} /> : <Skeleton h={320} role="status" aria-label="Loading an example" />}
    </Modal>
  );
}

function TestDeliveryForm({ source, first, onClose }: TestDeliveryProps & { readonly first: Sample }) {
  const [payload, setPayload] = useState(first.payload);
  const [headerLines, setHeaderLines] = useState(toHeaderLines(first.headers));
  const send = useSendTestDelivery(source.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ payload, headers: fromHeaderLines(headerLines) });
      }}
    >
      <Stack>
        {send.error && <ProblemAlert title="We couldn’t send the delivery" error={send.error} />}
        {send.data && <TestOutcome sourceId={source.id} result={send.data} onClose={onClose} />}
        <Text size="sm" c="dimmed">
          Sendra treats it like any other delivery. Its event is real: automations that listen for its name react to it.
          {source.signature !== null && ' The signature isn’t checked, because only the sender can sign.'}
        </Text>
        <JsonField label="Body" minRows={6} value={payload} onChange={setPayload} data-autofocus />
        <Textarea
          label="Headers"
          description="One header per line."
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          value={headerLines}
          onChange={(event) => setHeaderLines(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" leftSection={<IconSend size={16} />} loading={send.isPending} disabled={payload.trim() === ''}>
            {send.data ? 'Send again' : 'Send'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Result = NonNullable<ReturnType<typeof useSendTestDelivery>['data']>;

function TestOutcome({ sourceId, result: { id, outcome, answer }, onClose }: { readonly sourceId: string; readonly result: Result; readonly onClose: () => void }) {
  const isGood = outcome.status === 'processed' || outcome.status === 'handshake';
  const { reason, code, items } = outcome;
  return (
    <Alert
      color={isGood ? 'teal' : 'yellow'}
      variant="light"
      icon={isGood ? <IconCircleCheck size={18} /> : <IconAlertTriangle size={18} />}
      title={outcome.status[0]!.toUpperCase() + outcome.status.slice(1)}
      role="status"
    >
      <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
        {reason ? <Sentence text={reason} /> : outcomeOf({ status: outcome.status, code: code ?? null, items: items ?? null })} {answer && <>It got the answer {answer}. </>}
        <LinkTo to="/settings/events/sources/$sourceId" params={{ sourceId }} search={{ delivery: id }} size="sm" underline="always" onClick={onClose}>
          See the delivery
        </LinkTo>
        {outcome.eventId && (
          <>
            {' or '}
            <LinkTo to="/settings/events/log/$eventId" params={{ eventId: outcome.eventId }} size="sm" underline="always" onClick={onClose}>
              what its event did
            </LinkTo>
          </>
        )}
      </Text>
    </Alert>
  );
}
