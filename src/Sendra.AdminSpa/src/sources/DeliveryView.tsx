import { Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { isJson } from '../common/jsonText';
import { JsonView } from '../common/JsonView';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Sentence } from '../common/Sentence';
import { Time } from '../common/Time';
import { deliveryQuery, useReplay } from './queries';
import classes from './DeliveryView.module.css';
import statusClasses from './Deliveries.module.css';

/** One delivery: what was sent, and what came of it. */
export function DeliveryView({ id, sourceId }: { readonly id: string; readonly sourceId: string }) {
  const delivery = useQuery(deliveryQuery(id));
  const replay = useReplay(id);
  if (delivery.isLoadingError) {
    return <ProblemAlert title="We couldn’t load the delivery" error={delivery.error} onRetry={() => void delivery.refetch()} />;
  }

  if (delivery.isPending) {
    return <Skeleton h={220} role="status" aria-label="Loading the delivery" />;
  }

  const { status, reason, eventId, receivedAt, replayedAt, deliveryId, headers, payload, payloadEncoding, items } = delivery.data;
  const canReplay = status === 'skipped' || (items ?? []).some((item) => item.status === 'skipped');
  return (
    <Stack gap="lg">
      <Badge className={statusClasses[status]}>{status}</Badge>
      {reason && (
        <Text style={{ overflowWrap: 'anywhere' }}>
          <Sentence text={reason} />
        </Text>
      )}
      <Text size="sm" c="dimmed" component="div">
        Received <Time iso={receivedAt} />
        {replayedAt && (
          <>
            , replayed <Time iso={replayedAt} />
          </>
        )}
        {deliveryId && <>, sender’s ID {deliveryId}</>}.
      </Text>
      <Group gap="sm">
        {eventId && items === null && (
          <ButtonTo to="/settings/events/log/$eventId" params={{ eventId }} variant="light">
            {status === 'duplicate' ? 'The first delivery’s event' : 'The event it became'}
          </ButtonTo>
        )}
        {canReplay && payload !== null && (
          <ButtonTo to="/settings/events/sources/$sourceId" params={{ sourceId }} search={{ tab: 'mapping', sample: id }} variant="light" leftSection={<IconRoute size={16} />}>
            Open in the mapping
          </ButtonTo>
        )}
        {canReplay && payload !== null && (
          <Button
            leftSection={<IconRefresh size={16} />}
            loading={replay.isPending}
            onClick={() =>
              replay.mutate(undefined, {
                onSuccess: (outcome) => notifyDone(outcome.status === 'processed' ? 'It became an event.' : `Still ${outcome.status}: ${outcome.reason ?? ''}`),
                onError: (failure) => notifyProblem('We couldn’t replay it', failure),
              })
            }
          >
            Replay
          </Button>
        )}
      </Group>
      {items !== null && (
        <section aria-labelledby={`${id}-items`}>
          <Title order={3} size="h5" mb="xs" id={`${id}-items`}>
            Items
          </Title>
          <ol className={classes.items} start={0}>
            {items.map((item) => (
              <li key={item.index}>
                <Badge size="xs" className={statusClasses[item.status]}>
                  {item.status}
                </Badge>{' '}
                {item.eventId ? (
                  <LinkTo to="/settings/events/log/$eventId" params={{ eventId: item.eventId }}>
                    {item.status === 'duplicate' ? 'The first delivery’s event' : 'The event it became'}
                  </LinkTo>
                ) : (
                  (item.reason ?? item.code)
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby={`${id}-payload`}>
        <Title order={3} size="h5" mb="xs" id={`${id}-payload`}>
          Payload
        </Title>
        {payload === null ? (
          <Text size="sm" c="dimmed">
            It is no longer stored.
          </Text>
        ) : payloadEncoding === 'text' && isJson(payload) ? (
          <JsonView json={payload} label="Payload" />
        ) : (
          <pre className={classes.raw} tabIndex={0} role="group" aria-label="Payload">
            {payload}
          </pre>
        )}
      </section>
      {headers && (
        <section aria-labelledby={`${id}-headers`}>
          <Title order={3} size="h5" mb="xs" id={`${id}-headers`}>
            Headers
          </Title>
          <dl className={classes.headers}>
            {Object.entries(headers).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Stack>
  );
}
