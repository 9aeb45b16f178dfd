import { Badge, Button, Paper, Text } from '@mantine/core';
import type { Enrollment } from '../api/types';
import { confirm } from '../common/confirm';
import { LinkTo } from '../common/LinkTo';
import { notifyDone, notifyProblem } from '../common/notify';
import { Time } from '../common/Time';
import { useExitEnrollment } from './queries';
import classes from './EnrollmentList.module.css';

interface EnrollmentListProps {
  readonly items: readonly Enrollment[];
  /** What tells one from another where it is shown: the contact, or the automation. */
  readonly by: 'contact' | 'automation';
}

export function EnrollmentList({ items, by }: EnrollmentListProps) {
  const exit = useExitEnrollment();
  const ask = (enrollment: Enrollment) =>
    confirm({
      title: 'Exit this enrollment?',
      text: `${enrollment.email} leaves ${enrollment.automationName} at step ${enrollment.step}. This can’t be undone.`,
      yes: 'Exit',
      danger: true,
      onYes: () =>
        exit.mutate(enrollment.id, {
          onSuccess: () => notifyDone(`${enrollment.email} has left.`),
          onError: (failure) => notifyProblem('The enrollment was not exited', failure),
        }),
    });

  return (
    <Paper withBorder radius="lg" className={classes.frame} component="ul">
      {items.map((one) => (
        <li key={one.id} className={classes.row}>
          <div className={classes.who}>
            {by === 'contact' ? (
              <LinkTo to="/contacts/$contactId" params={{ contactId: one.contactId }} fw={600} size="sm">
                {one.email}
              </LinkTo>
            ) : (
              <LinkTo to="/automations/$automationId" params={{ automationId: one.automationId }} fw={600} size="sm">
                {one.automationName}
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
              <End enrollment={one} />
            </Text>
          </div>
          <div className={classes.state}>
            <Badge className={classes[one.status]} size="sm">
              {one.status}
            </Badge>
            {one.status === 'active' && (
              <Button size="compact-sm" variant="default" onClick={() => ask(one)} aria-label={`Exit ${by === 'contact' ? one.email : one.automationName}`}>
                Exit …
              </Button>
            )}
          </div>
        </li>
      ))}
    </Paper>
  );
}

/** Where it is, or why it ended. */
function End({ enrollment: { status, step, endedAt, exitedByEventId } }: { readonly enrollment: Enrollment }) {
  if (status === 'active') {
    return `At step ${step}.`;
  }

  if (status === 'completed') {
    return <>Completed after step {step}{endedAt && <>, <Time iso={endedAt} /></>}.</>;
  }

  return (
    <>
      Exited at step {step}
      {endedAt && (
        <>
          , <Time iso={endedAt} />,
        </>
      )}{' '}
      {exitedByEventId ? (
        <>
          by{' '}
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId: exitedByEventId }} underline="always" size="sm">
            this exit event
          </LinkTo>
          .
        </>
      ) : (
        'by hand.'
      )}
    </>
  );
}
