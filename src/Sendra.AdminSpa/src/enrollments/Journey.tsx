import { Code, Group, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconFlag, IconLogin2, IconLogout2, IconPlayerTrackNext, IconX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EnrollmentJourney, Visit } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { endWords, stepTitle, tookWords } from './visits';
import classes from './Journey.module.css';

const icons: Record<Visit['outcome'], Icon> = {
  waiting: IconClock,
  done: IconCheck,
  skipped: IconPlayerTrackNext,
  failed: IconX,
  cancelled: IconLogout2,
};

/** The way that a run went, from the event that made it to where it is or ended. */
export function Journey({ enrollment }: { readonly enrollment: EnrollmentJourney }) {
  const { journey, enrolledAt, enrolledByEventId, endedAt, status, exitedByEventId, stepId, step, dueAt, resumeAt } = enrollment;
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="ol" aria-label="Journey">
      <Entry icon={IconLogin2} tone="begin" title="Entered" at={enrolledAt}>
        By{' '}
        <LinkTo to="/settings/events/log/$eventId" params={{ eventId: enrolledByEventId }} underline="always" inherit>
          the trigger event
        </LinkTo>
        .
      </Entry>
      {journey.map((visit, at) => (
        <VisitEntry key={at} visit={visit} dueAt={dueAt} />
      ))}
      {stepId === null && (
        <Entry icon={IconPlayerTrackNext} tone="done" title={`Step ${step}`}>
          This automation has no steps here; a system of your own carries them out, and reports how far the run is.
          {resumeAt !== null && (
            <>
              {' '}
              It goes on <Time iso={resumeAt} />.
            </>
          )}
        </Entry>
      )}
      {endedAt !== null && (
        <Entry icon={status === 'completed' ? IconFlag : IconLogout2} tone={status === 'completed' ? 'begin' : 'cancelled'} title={status === 'completed' ? 'Completed' : 'Exited'} at={endedAt}>
          {endWords(enrollment)}
          {exitedByEventId !== null && (
            <>
              {' '}
              <LinkTo to="/settings/events/log/$eventId" params={{ eventId: exitedByEventId }} underline="always" inherit>
                The exit event
              </LinkTo>
            </>
          )}
        </Entry>
      )}
    </Paper>
  );
}

function VisitEntry({ visit, dueAt }: { readonly visit: Visit; readonly dueAt: string | null }) {
  const { stepId, enteredAt, leftAt, outcome, code, reason, eventId } = visit;
  const parked = code === 'parked';
  const took = leftAt === null ? undefined : tookWords(enteredAt, leftAt);
  return (
    <Entry
      icon={parked ? IconAlertTriangle : icons[outcome]}
      tone={parked ? 'failed' : outcome}
      title={stepTitle(visit)}
      beside={<Code className={classes.id}>{stepId}</Code>}
      at={enteredAt}
      until={took === undefined ? undefined : leftAt}
      took={took}
    >
      {dueAt !== null && untilTime.test(reason) ? (
        <>
          {reason.replace(untilTime, '')} until <Time iso={dueAt} /> (<Time iso={dueAt} as="until" />).
        </>
      ) : (
        reason
      )}
      {eventId !== null && (
        <>
          {' '}
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} underline="always" inherit>
            The event
          </LinkTo>
        </>
      )}
    </Entry>
  );
}

// The API's sentence ends in a time; people read it in their own.
const untilTime = / until \d{4}-[^ ]+Z\.$/;

interface EntryProps {
  readonly icon: Icon;
  readonly tone: Visit['outcome'] | 'begin';
  readonly title: string;
  readonly beside?: ReactNode;
  readonly at?: string;
  readonly until?: string | null | undefined;
  readonly took?: string | undefined;
  readonly children: ReactNode;
}

function Entry({ icon: Glyph, tone, title, beside, at, until, took, children }: EntryProps) {
  return (
    <li className={classes.entry} data-tone={tone}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={16} stroke={1.9} />
      </span>
      <div className={classes.body}>
        <div className={classes.words}>
          <Group gap={8} wrap="wrap">
            <Text size="sm" fw={600} component="span" className={classes.title}>
              {title}
            </Text>
            {beside}
          </Group>
          <Text size="sm" component="div">
            {children}
          </Text>
        </div>
        {at !== undefined && (
          <Text size="xs" c="dimmed" className={classes.times} component="div">
            <div>
              <Time iso={at} />
            </div>
            {until != null && (
              <div>
                left <Time iso={until} />
              </div>
            )}
            {took !== undefined && <div>after {took}</div>}
          </Text>
        )}
      </div>
    </li>
  );
}
