import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconPlayerPause, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { automationQuery } from '../automations/queries';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { NotLoaded } from '../common/NotLoaded';
import { notifyDone, notifyProblem } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { EnrollmentStatusBadge } from './EnrollmentStatusBadge';
import { ExitButton } from './ExitButton';
import { Journey } from './Journey';
import { enrollmentQuery, useRetryEnrollment } from './queries';

const route = getRouteApi('/app/enrollments/$enrollmentId');

/** One contact's run through one automation, and the way that it went. */
export default function EnrollmentPage() {
  const { enrollmentId } = route.useParams();
  const query = useQuery(enrollmentQuery(enrollmentId));
  const automation = useQuery({ ...automationQuery(query.data?.automationId ?? ''), enabled: query.isSuccess });
  const retry = useRetryEnrollment();

  if (query.isLoadingError) {
    return <NotLoaded what="enrollment" error={query.error} onRetry={() => void query.refetch()} />;
  }

  if (query.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the enrollment">
        <Skeleton h={34} w={260} />
        <Skeleton h={300} radius="lg" />
      </Stack>
    );
  }

  const enrollment = query.data;
  const { id, email, contactId, automationId, automationName, status, endedAt, version, stepId } = enrollment;
  const parked = enrollment.journey.find((visit) => visit.code === 'parked');
  const tryAgain = () =>
    retry.mutate(id, {
      onSuccess: () => notifyDone('Retrying the step.'),
      onError: (failure) => notifyProblem('We couldn’t retry the step', failure),
    });

  return (
    <div style={{ maxWidth: 860 }}>
      <ButtonTo
        to="/automations/$automationId"
        params={{ automationId }}
        search={{ tab: 'enrollments' }}
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        size="compact-sm"
        mb="md"
        leftSection={<IconArrowLeft size={15} />}
      >
        Enrollments
      </ButtonTo>
      <PageHeader
        title={email}
        beside={<EnrollmentStatusBadge status={status} />}
        lead={
          <>
            <LinkTo to="/contacts/$contactId" params={{ contactId }} underline="always">
              This contact
            </LinkTo>
            ’s run through{' '}
            <LinkTo to="/automations/$automationId" params={{ automationId }} underline="always">
              {automationName}
            </LinkTo>
            {stepId !== null && <>, by version {version} of its steps</>}.
          </>
        }
        actions={
          endedAt === null && (
            <>
              {status === 'parked' && (
                <Button leftSection={<IconRefresh size={16} />} onClick={tryAgain} loading={retry.isPending}>
                  Retry
                </Button>
              )}
              <ExitButton enrollment={enrollment} />
            </>
          )
        }
      />
      <Stack>
        {parked && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title="This run has stopped">
            <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
              {parked.reason} It does not go on by itself. Retry when what was wrong is put right, or exit it; exit events still drop it.
            </Text>
          </Alert>
        )}
        {endedAt === null && automation.data?.status === 'paused' && (
          <Alert color="yellow" variant="light" icon={<IconPlayerPause size={18} />}>
            <Text size="sm" c="var(--mantine-color-text)">
              The automation is paused, so the run stays where it is. It continues when you activate the automation.
            </Text>
          </Alert>
        )}
        <Journey enrollment={enrollment} />
      </Stack>
    </div>
  );
}
