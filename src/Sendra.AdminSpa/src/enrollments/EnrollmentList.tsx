import { Checkbox, Table } from '@mantine/core';
import type { Enrollment } from '../api/types';
import type { Selection } from '../common/bulk/useSelection';
import { Breakable } from '../common/Breakable';
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
  /** Left out where none can be selected. */
  readonly selection?: Selection<Enrollment>;
}

export function EnrollmentList({ items, by, nameOfStep = () => undefined, selection }: EnrollmentListProps) {
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label="Table of enrollments">
      {/* The roles stay when the table is drawn as a list. */}
      <Table role="table" className={classes.table} verticalSpacing={10} horizontalSpacing="md">
        <Table.Thead role="rowgroup" className={classes.head}>
          <Table.Tr role="row">
            {selection && (
              <Table.Th role="columnheader" className={classes.box}>
                <Checkbox
                  size="xs"
                  aria-label="Select all shown"
                  checked={selection.items.length === items.length}
                  indeterminate={selection.items.length > 0 && selection.items.length < items.length}
                  onChange={selection.items.length === items.length ? selection.clear : selection.all}
                />
              </Table.Th>
            )}
            <Table.Th role="columnheader">{by === 'contact' ? 'Contact' : 'Automation'}</Table.Th>
            <Table.Th role="columnheader">Status</Table.Th>
            <Table.Th role="columnheader">Entered</Table.Th>
            <Table.Th role="columnheader">Where</Table.Th>
            <Table.Th role="columnheader" aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {items.map((one) => (
            <Row key={one.id} enrollment={one} by={by} selection={selection} step={one.stepId === null ? `step ${one.step}` : `“${nameOfStep(one) ?? one.stepId}”`} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  readonly enrollment: Enrollment;
  readonly by: 'contact' | 'automation';
  readonly step: string;
  readonly selection: Selection<Enrollment> | undefined;
}

function Row({ enrollment, by, step, selection }: RowProps) {
  const { id, contactId, email, automationId, automationName, status, enrolledAt, enrolledByEventId, endedAt } = enrollment;
  const called = by === 'contact' ? email : automationName;
  return (
    <Table.Tr role="row" className={classes.row}>
      {selection && (
        <Table.Td role="cell" className={classes.box}>
          <Checkbox size="xs" aria-label={`Select ${called}`} checked={selection.has(enrollment)} onChange={() => selection.toggle(enrollment)} />
        </Table.Td>
      )}
      <Table.Td role="cell" className={classes.called}>
        {by === 'contact' ? (
          <LinkTo to="/contacts/$contactId" params={{ contactId }} fw={600} size="sm">
            <Breakable text={called} />
          </LinkTo>
        ) : (
          <LinkTo to="/automations/$automationId" params={{ automationId }} fw={600} size="sm">
            {called}
          </LinkTo>
        )}
      </Table.Td>
      <Table.Td role="cell" className={classes.status}>
        <EnrollmentStatusBadge status={status} />
      </Table.Td>
      <Table.Td role="cell" className={classes.quiet}>
        <Time iso={enrolledAt} as="short" />
        <div>
          by{' '}
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId: enrolledByEventId }} underline="always" size="sm">
            this event
          </LinkTo>
        </div>
      </Table.Td>
      <Table.Td role="cell" className={classes.where}>
        <Stand enrollment={enrollment} step={step} />
      </Table.Td>
      <Table.Td role="cell" className={classes.last}>
        <div className={classes.actions}>
          <LinkTo to="/enrollments/$enrollmentId" params={{ enrollmentId: id }} underline="always" size="sm" aria-label={`Journey of ${called}`}>
            Journey
          </LinkTo>
          {endedAt === null && <ExitButton enrollment={enrollment} size="compact-sm" aria-label={`Exit ${called}`} />}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** Where it is, or why it ended. */
function Stand({ enrollment: { status, endedAt, exitedByEventId, dueAt, resumeAt }, step }: { readonly enrollment: Enrollment; readonly step: string }) {
  const goesOn = dueAt ?? resumeAt;
  const at = endedAt && (
    <>
      , <Time iso={endedAt} as="short" />
    </>
  );
  switch (status) {
    case 'active':
      return goesOn === null ? <>At {step}.</> : <>At {step}, continues <Time iso={goesOn} as="short" />.</>;
    case 'parked':
      return <>Stopped at {step}: the step failed too often. Its journey shows why, and you can retry it there.</>;
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
