import { Text } from '@mantine/core';
import { IconActivity, IconLogin2, IconMail, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MessageDetails } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { JourneyEntry, JourneyLine } from '../enrollments/JourneyLine';
import { enrollmentQuery } from '../enrollments/queries';
import { stepTitle } from '../enrollments/visits';

/** The chain that led to a message: event, decision, journey, message. */
export function WhySent({ message: { automationId, automationName, enrollmentId, stepId, eventId, createdAt } }: { readonly message: MessageDetails }) {
  const enrollment = useQuery({ ...enrollmentQuery(enrollmentId ?? ''), enabled: enrollmentId !== null }).data;
  if (automationId === null || enrollmentId === null) {
    return <Text size="sm">A member of the workspace sent it as a test of the template.</Text>;
  }

  const visit = enrollment?.journey.find((one) => one.stepId === stepId);
  return (
    <JourneyLine label="Why this message">
      {enrollment !== undefined && (
        <JourneyEntry icon={IconActivity} tone="done" title="An event arrived" at={enrollment.enrolledAt}>
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId: enrollment.enrolledByEventId }} underline="always" inherit>
            The event and its decisions
          </LinkTo>
        </JourneyEntry>
      )}
      <JourneyEntry icon={IconLogin2} tone="begin" title="The automation enrolled the contact">
        In{' '}
        <LinkTo to="/automations/$automationId" params={{ automationId }} underline="always" inherit>
          {automationName ?? 'an automation'}
        </LinkTo>
      </JourneyEntry>
      <JourneyEntry icon={IconRoute} tone="done" title="The run reached the step">
        {visit === undefined ? stepId : stepTitle(visit)}, see{' '}
        <LinkTo to="/enrollments/$enrollmentId" params={{ enrollmentId }} underline="always" inherit>
          the journey
        </LinkTo>
        {eventId !== null && eventId !== enrollment?.enrolledByEventId && (
          <>
            {' '}
            and{' '}
            <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} underline="always" inherit>
              the latest event
            </LinkTo>
          </>
        )}
      </JourneyEntry>
      <JourneyEntry icon={IconMail} tone="waiting" title="This message" at={createdAt}>
        The step created it.
      </JourneyEntry>
    </JourneyLine>
  );
}
