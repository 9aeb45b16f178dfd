import { Code } from '@mantine/core';
import { IconAlertTriangle, IconFlag, IconLogin2, IconLogout2, IconPlayerTrackNext } from '@tabler/icons-react';
import type { EnrollmentJourney, Visit } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { JourneyEntry, JourneyLine, outcomeIcons } from './JourneyLine';
import { endWords, stepTitle, tookWords } from './visits';
import classes from './Journey.module.css';

/** The way that a run went, from the event that made it to where it is or ended. */
export function Journey({ enrollment }: { readonly enrollment: EnrollmentJourney }) {
  const { journey, enrolledAt, enrolledByEventId, endedAt, status, exitedByEventId, stepId, step, dueAt, resumeAt } = enrollment;
  return (
    <JourneyLine label="Journey">
      <JourneyEntry icon={IconLogin2} tone="begin" title="Entered" at={enrolledAt}>
        By{' '}
        <LinkTo to="/settings/events/log/$eventId" params={{ eventId: enrolledByEventId }} underline="always" inherit>
          the trigger event
        </LinkTo>
        .
      </JourneyEntry>
      {journey.map((visit, at) => (
        <VisitEntry key={at} visit={visit} dueAt={dueAt} />
      ))}
      {stepId === null && (
        <JourneyEntry icon={IconPlayerTrackNext} tone="done" title={`Step ${step}`}>
          This automation has no steps here; a system of your own carries them out, and reports how far the run is.
          {resumeAt !== null && (
            <>
              {' '}
              It goes on <Time iso={resumeAt} />.
            </>
          )}
        </JourneyEntry>
      )}
      {endedAt !== null && (
        <JourneyEntry icon={status === 'completed' ? IconFlag : IconLogout2} tone={status === 'completed' ? 'begin' : 'cancelled'} title={status === 'completed' ? 'Completed' : 'Exited'} at={endedAt}>
          {endWords(enrollment)}
          {exitedByEventId !== null && (
            <>
              {' '}
              <LinkTo to="/settings/events/log/$eventId" params={{ eventId: exitedByEventId }} underline="always" inherit>
                The exit event
              </LinkTo>
            </>
          )}
        </JourneyEntry>
      )}
    </JourneyLine>
  );
}

function VisitEntry({ visit, dueAt }: { readonly visit: Visit; readonly dueAt: string | null }) {
  const { stepId, name, enteredAt, leftAt, outcome, code, reason, eventId, messageId } = visit;
  const parked = code === 'parked';
  const took = leftAt === null ? undefined : tookWords(enteredAt, leftAt);
  return (
    <JourneyEntry
      icon={parked ? IconAlertTriangle : outcomeIcons[outcome]}
      tone={parked ? 'failed' : outcome}
      title={stepTitle(visit)}
      beside={name === null && <Code className={classes.id}>{stepId}</Code>}
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
      {messageId !== null && (
        <>
          {' '}
          <LinkTo to="/messages/$messageId" params={{ messageId }} underline="always" inherit>
            The message
          </LinkTo>
        </>
      )}
      {eventId !== null && (
        <>
          {' '}
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} underline="always" inherit>
            The event
          </LinkTo>
        </>
      )}
    </JourneyEntry>
  );
}

// The API's sentence ends in a time; people read it in their own.
const untilTime = / until \d{4}-[^ ]+Z\.$/;
