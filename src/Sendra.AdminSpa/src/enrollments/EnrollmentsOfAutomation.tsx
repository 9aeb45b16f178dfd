import { Button, Group, Paper, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core';
import { IconFilterOff, IconMail, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { asProblem } from '../api/problem';
import type { Automation } from '../api/types';
import { allSteps, noSteps } from '../automations/steps/flow';
import { readFlow } from '../automations/steps/readFlow';
import { stepCalled } from '../automations/steps/words';
import { EmptyState } from '../common/EmptyState';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { EnrollmentList } from './EnrollmentList';
import { enrollmentsQuery } from './queries';
import { enrollmentStatuses, type EnrollmentStatus } from './status';

/** An address that ends in a domain of its own; the server looks for whole ones only. */
const looksWhole = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);

const route = getRouteApi('/app/automations/$automationId');

/** Who is and was in an automation. */
export function EnrollmentsOfAutomation({ automation }: { readonly automation: Automation }) {
  const { status, email, step } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(enrollmentsQuery({ automationId: automation.id, status, email, stepId: step }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = status !== undefined || email !== undefined || step !== undefined;
  // Of the newest version; in another the same step may do something else.
  const names = useMemo(() => new Map(allSteps(readFlow(automation.steps ?? []) ?? noSteps).map((one) => [one.id, stepCalled(one)])), [automation.steps]);
  const search = useSearchText(email, (text) => void navigate({ search: (before) => ({ ...before, email: text }), replace: true }), looksWhole);
  const refusedEmail = list.isError && asProblem(list.error).errors.email !== undefined;

  return (
    <>
      <Group mb="md" gap="sm">
        <TextInput aria-label="Contact email" placeholder="Full contact email" type="search" leftSection={<IconMail size={16} />} w={{ base: '100%', xs: 260 }} {...search} />
        <SegmentedControl
          aria-label="Status"
          size="sm"
          value={status ?? 'all'}
          onChange={(value) => void navigate({ search: (before) => ({ ...before, status: value === 'all' ? undefined : (value as EnrollmentStatus) }), replace: true })}
          data={[{ value: 'all', label: 'All' }, ...enrollmentStatuses.map((value) => ({ value, label: value[0]!.toUpperCase() + value.slice(1) }))]}
        />
      </Group>
      {step !== undefined && (
        <Group mb="md" gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            Who is at “{names.get(step) ?? step}” now
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => void navigate({ search: (before) => ({ ...before, step: undefined }), replace: true })}>
            Show all steps
          </Button>
        </Group>
      )}
      {list.isError && !refusedEmail && <ProblemAlert title="We couldn’t load the enrollments" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={180} radius="lg" role="status" aria-label="Loading enrollments" />}
      {(refusedEmail || (list.isSuccess && items.length === 0)) && (
        <Paper withBorder radius="lg" bg="var(--app-surface)">
          {filtered ? (
            <EmptyState icon={IconFilterOff} title="No enrollment matches" action={<Button variant="default" onClick={() => void navigate({ search: { tab: 'enrollments' } })}>Show all</Button>}>
              Type the contact’s full email, or choose another status.
            </EmptyState>
          ) : (
            <EmptyState icon={IconUsersGroup} title="Nobody has been enrolled yet">
              {automation.status === 'live' ? (
                <>
                  The next <b>{automation.trigger.eventName}</b> event enrolls its contact, and they show up here.
                </>
              ) : (
                <>
                  Activate the automation; then each <b>{automation.trigger.eventName}</b> event can enroll its contact.
                </>
              )}
            </EmptyState>
          )}
        </Paper>
      )}
      {items.length > 0 && <EnrollmentList items={items} by="contact" nameOfStep={(run) => (run.version === automation.version ? names.get(run.stepId ?? '') : undefined)} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
      {items.length > 0 && !list.hasNextPage && (
        <Text size="sm" c="dimmed" mt="sm">
          {items.length.toLocaleString()} {items.length === 1 ? 'enrollment' : 'enrollments'}
        </Text>
      )}
    </>
  );
}
