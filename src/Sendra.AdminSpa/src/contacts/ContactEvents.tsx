import { Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { EffectBadges } from '../events/EffectBadges';
import { logQuery } from '../events/queries';
import classes from './ContactEvents.module.css';

const shown = 20;

export function ContactEvents({ email }: { readonly email: string }) {
  const log = useInfiniteQuery(logQuery({ email }));
  const items = (log.data?.pages[0]?.items ?? []).filter((one) => one.email === email).slice(0, shown);
  return (
    <section aria-labelledby="events">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="events">
          Latest events
        </Title>
        <LinkTo to="/settings/events" search={{ email }} size="sm">
          All in the log →
        </LinkTo>
      </Group>
      {log.isError && <ProblemAlert title="The events could not be loaded" error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <Skeleton h={140} radius="lg" />}
      {log.isSuccess && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((one) => (
            <li key={one.id} className={classes.row}>
              <LinkTo to="/settings/events/log/$eventId" params={{ eventId: one.id }} fw={600} size="sm" className={classes.name}>
                {one.eventName}
              </LinkTo>
              <EffectBadges enrolled={one.enrolled} exited={one.exited} />
              <Text size="sm" c="dimmed" className={classes.time}>
                <Time iso={one.receivedAt} as="ago" />
              </Text>
            </li>
          ))}
        </Paper>
      )}
    </section>
  );
}
