import { Paper, Text } from '@mantine/core';
import type { Enrollment } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { EnrollmentStatusBadge } from './EnrollmentStatusBadge';
import { ExitButton } from './ExitButton';
import classes from './EnrollmentList.module.css';

interface EnrollmentListProps {
  readonly items: readonly Enrollment[];
  /** What tells one from another where it is shown: the contact, or the automation. */
  readonly by: 'contact' | 'automation';
  /** What people call the step of a run, where that is known. */
  readonly nameOfStep?: (run: Enrollment) => string | undefined;
}

export function EnrollmentList({ items, by, nameOfStep = () => undefined }: EnrollmentListProps) {
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="ul">
      {items.map((one) => {
        const called = by === 'contact' ? one.email : one.automationName;
        return (
          <li key={one.id} className={classes.row}>
            <div className={classes.who}>
              {by === 'contact' ? (
                <LinkTo to="/contacts/$contactId" params={{ contactId: one.contactId }} fw={600} size="sm">
                  {called}
                </LinkTo>
              ) : (
                <LinkTo to="/automations/$automationId" params={{ automationId: one.automationId }} fw={600} size="sm">
                  {called}
                </LinkTo>
              )}
              <Text size="sm" c="dimmed" component="div">
                Entered <Time iso={one.enrolledAt} /> by{' '}
                <LinkTo to="/settings/events/log/$eventId" params={{ eventId: one.enrolledByEventId }} underline="always" size="sm">
                  this event
                </LinkTo>
                .
              </Text>
              <Text size="sm" c="dimmed" component="div">
                <Stand enrollment={one} step={one.stepId === null ? `step ${one.step}` : `“${nameOfStep(one) ?? one.stepId}”`} />
              </Text>
              <LinkTo to="/enrollments/$enrollmentId" params={{ enrollmentId: one.id }} underline="always" size="sm" aria-label={`Journey of ${called}`}>
                Journey
              </LinkTo>
            </div>
            <div className={classes.state}>
              <EnrollmentStatusBadge status={one.status} />
              {one.endedAt === null && <ExitButton enrollment={one} size="compact-sm" aria-label={`Exit ${called}`} />}
            </div>
          </li>
        );
      })}
    </Paper>
  );
}

/** Where it is, or why it ended. */
function Stand({ enrollment: { status, endedAt, exitedByEventId, dueAt, resumeAt }, step }: { readonly enrollment: Enrollment; readonly step: string }) {
  const goesOn = dueAt ?? resumeAt;
  const at = endedAt && (
    <>
      , <Time iso={endedAt} />
    </>
  );
  switch (status) {
    case 'active':
      return goesOn === null ? <>At {step}.</> : <>At {step}, goes on <Time iso={goesOn} />.</>;
    case 'parked':
      return <>Stopped at {step}: the step failed too often. Its journey says why, and can be gone on with from there.</>;
    case 'completed':
      return <>Completed after {step}{at}.</>;
    case 'exited':
      return exitedByEventId ? (
        <>
          Exited at {step}
          {at}, by{' '}
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId: exitedByEventId }} underline="always" size="sm">
            this exit event
          </LinkTo>
          .
        </>
      ) : (
        <>
          Exited at {step}
          {at}, by hand.
        </>
      );
  }
}
