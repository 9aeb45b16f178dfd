import { Group, Paper, Text, Title } from '@mantine/core';
import type { LoggedEvent } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { isBackFilled } from '../common/time';
import { EffectBadges } from '../events/EffectBadges';
import classes from './LatestEvents.module.css';

export function LatestEvents({ items }: { readonly items: readonly LoggedEvent[] }) {
  return (
    <section aria-labelledby="latest">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="latest">
          Latest events
        </Title>
        <LinkTo to="/settings/events" size="sm">
          Full log →
        </LinkTo>
      </Group>
      <Paper withBorder radius="lg" className={classes.frame} component="ul">
        {items.map((one) => (
          <li key={one.id} className={classes.row}>
            <LinkTo to="/settings/events/log/$eventId" params={{ eventId: one.id }} fw={600} size="sm" className={classes.name}>
              {one.eventName}
            </LinkTo>
            <Text size="sm" className={classes.email} truncate title={one.email}>
              {one.email}
            </Text>
            <span className={classes.effect}>
              <EffectBadges event={one} />
            </span>
            <Text size="sm" c="dimmed" className={classes.time} component="div">
              <Time iso={one.receivedAt} as="ago" />
              {isBackFilled(one.receivedAt, one.occurredAt) && (
                <Text size="xs">
                  occurred <Time iso={one.occurredAt} as="ago" />
                </Text>
              )}
            </Text>
          </li>
        ))}
      </Paper>
    </section>
  );
}
