import { Button, Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { IconActivity, IconCircleCheck, IconLogin2, IconLogout2, type Icon } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TimelineItem } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { isBackFilled, localDay } from '../common/time';
import { timelineQuery } from './queries';
import classes from './ContactTimeline.module.css';

const icons: Record<TimelineItem['type'], Icon> = { event: IconActivity, enrolled: IconLogin2, exited: IconLogout2, completed: IconCircleCheck };

interface ContactTimelineProps {
  readonly contactId: string;
  readonly email: string;
}

/** What happened in a contact's life, newest first, by days. */
export function ContactTimeline({ contactId, email }: ContactTimelineProps) {
  const list = useInfiniteQuery(timelineQuery(contactId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const days = Object.entries(Object.groupBy(items, (one) => localDay(one.at)));
  return (
    <section aria-label="Timeline">
      <Group justify="flex-end" mb="sm">
        <LinkTo to="/settings/events" search={{ email }} size="sm">
          Events in the log →
        </LinkTo>
      </Group>
      {list.isError && <ProblemAlert title="We couldn’t load the timeline" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={240} radius="lg" role="status" aria-label="Loading the timeline" />}
      {list.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing has happened yet. If the workspace erases events after some time, older ones are gone.
        </Text>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame}>
          {days.map(([day, ofDay]) => (
            <div key={day}>
              <Title order={2} size="xs" className={classes.day}>
                {day}
              </Title>
              <ol className={classes.list}>
                {ofDay!.map((item, at) => (
                  <Entry key={`${item.type} ${item.enrollmentId ?? item.eventId ?? at}`} item={item} />
                ))}
              </ol>
            </div>
          ))}
        </Paper>
      )}
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </section>
  );
}

function Entry({ item }: { readonly item: TimelineItem }) {
  const Glyph = icons[item.type];
  return (
    <li className={classes.item} data-type={item.type}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={15} stroke={1.9} />
      </span>
      <div className={classes.words}>
        <Happened item={item} />
        {item.reason && item.type !== 'event' && (
          <Text size="xs" c="dimmed">
            {item.reason}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" className={classes.time} component="div">
        <Time iso={item.at} as="clock" />
        {item.type === 'event' && isBackFilled(item.at, item.occurredAt) && (
          <div>
            occurred <Time iso={item.occurredAt} as="short" />
          </div>
        )}
      </Text>
    </li>
  );
}

function Happened({ item: { type, eventId, eventName, automationId, automationName, enrollmentId } }: { readonly item: TimelineItem }) {
  if (type === 'event') {
    return (
      <Text size="sm">
        {eventId ? (
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} fw={600} size="sm">
            {eventName ?? 'An event'}
          </LinkTo>
        ) : (
          eventName
        )}
      </Text>
    );
  }

  const verb = { enrolled: 'Entered', exited: 'Left', completed: 'Completed' }[type];
  return (
    <Text size="sm">
      {verb}{' '}
      {automationId ? (
        <LinkTo to="/automations/$automationId" params={{ automationId }} fw={600} size="sm">
          {automationName ?? 'an automation'}
        </LinkTo>
      ) : (
        'an automation'
      )}
      {enrollmentId && (
        <>
          {' · '}
          <LinkTo to="/enrollments/$enrollmentId" params={{ enrollmentId }} size="sm" underline="always">
            journey
          </LinkTo>
        </>
      )}
    </Text>
  );
}
