import { Badge, Button, CopyButton as MantineCopyButton, Group, Skeleton, Stack, Text, Title, type TitleOrder } from '@mantine/core';
import { IconCheck, IconTerminal2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Breakable } from '../common/Breakable';
import { CopyButton } from '../common/CopyButton';
import { JsonView } from '../common/JsonView';
import { LinkTo } from '../common/LinkTo';
import { NotLoaded } from '../common/NotLoaded';
import { Time } from '../common/Time';
import { sendCode } from '../sending/codeSamples';
import { eventBody } from '../sending/eventBody';
import { SendEventButton } from '../sending/SendEventButton';
import { AskedTypes } from './AskedTypes';
import { Decisions } from './Decisions';
import { EffectBadges, hasEffect } from './EffectBadges';
import { Origin } from './Origin';
import { eventQuery } from './queries';
import classes from './EventView.module.css';

interface EventViewProps {
  readonly id: string;
  readonly headingOrder: 1 | 2;
}

/** One event: what came, from where, and what it did and why. */
export function EventView({ id, headingOrder }: EventViewProps) {
  const event = useQuery(eventQuery(id));
  const below = (headingOrder + 1) as TitleOrder;
  if (event.isLoadingError) {
    return <NotLoaded what="event" error={event.error} onRetry={() => void event.refetch()} />;
  }

  if (event.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the event">
        <Skeleton h={28} w="50%" />
        <Skeleton h={120} />
        <Skeleton h={160} />
      </Stack>
    );
  }

  const { eventName, email, contactId, receivedAt, occurredAt, origin, declared, history, properties, contactProperties, warnings, messageId, decisions } = event.data;
  const body = eventBody(event.data);
  return (
    <Stack gap="lg">
      <Group gap="xs">
        <Title order={headingOrder} size="h3" style={{ overflowWrap: 'anywhere' }}>
          <Breakable text={eventName} />
        </Title>
        {!declared && (
          <Badge variant="outline" className={classes.undeclared}>
            undeclared
          </Badge>
        )}
        {history && (
          <Badge variant="light" color="gray">
            history
          </Badge>
        )}
        {hasEffect(event.data) && <EffectBadges event={event.data} />}
      </Group>
      <Group gap="xs">
        <SendEventButton body={body} size="compact-sm">
          Send again…
        </SendEventButton>
        <MantineCopyButton value={sendCode('curl', window.location.origin, 'YOUR_API_KEY', body)} timeout={1500}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" leftSection={copied ? <IconCheck size={15} /> : <IconTerminal2 size={15} />} onClick={copy}>
              {copied ? 'Copied' : 'Copy as curl'}
            </Button>
          )}
        </MantineCopyButton>
      </Group>
      <dl className={classes.facts}>
        <Fact name="Contact">
          <LinkTo to="/contacts/$contactId" params={{ contactId }} size="sm">
            {email}
          </LinkTo>
        </Fact>
        <Fact name="Received">
          <Time iso={receivedAt} />
        </Fact>
        {occurredAt && (
          <Fact name="Occurred">
            <Time iso={occurredAt} />
          </Fact>
        )}
        <Fact name="Origin">
          <Origin origin={origin} />
        </Fact>
        {messageId !== null && (
          <Fact name="Email">
            <LinkTo to="/messages/$messageId" params={{ messageId }} size="sm">
              The email it is about
            </LinkTo>
          </Fact>
        )}
        <Fact name="Event ID">
          <Group gap={4} wrap="nowrap">
            <Text span ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
              {id}
            </Text>
            <CopyButton value={id} label="Copy the event’s ID" />
          </Group>
        </Fact>
      </dl>
      <section aria-labelledby={`${id}-decisions`}>
        <Title order={below} size="h5" mb="xs" id={`${id}-decisions`}>
          What it did
        </Title>
        <Decisions decisions={decisions} eventName={eventName} />
      </section>
      <section aria-labelledby={`${id}-properties`}>
        <Title order={below} size="h5" mb="xs" id={`${id}-properties`}>
          Properties
        </Title>
        {properties === null ? (
          <Text size="sm" c="dimmed">
            It has no properties.
          </Text>
        ) : (
          <JsonView json={properties} label="Properties" />
        )}
        {declared && <AskedTypes eventName={eventName} />}
      </section>
      {contactProperties !== null && (
        <section aria-labelledby={`${id}-contact`}>
          <Title order={below} size="h5" mb="xs" id={`${id}-contact`}>
            Contact properties
          </Title>
          <JsonView json={contactProperties} label="Contact properties" />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby={`${id}-warnings`}>
          <Title order={below} size="h5" mb="xs" id={`${id}-warnings`}>
            Skipped properties
          </Title>
          {warnings.map((warning) => (
            <Text key={`${warning.field} ${warning.code}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {warning.message}
            </Text>
          ))}
        </section>
      )}
    </Stack>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
