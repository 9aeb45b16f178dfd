import { Button, Group, Paper, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core';
import { IconFilterOff, IconLogout2, IconMail, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { asProblem } from '../api/problem';
import type { Automation, Enrollment } from '../api/types';
import { runStatsQuery } from '../automations/queries';
import { allSteps, noSteps } from '../automations/steps/flow';
import { readFlow } from '../automations/steps/readFlow';
import { stepCalled } from '../automations/steps/words';
import { DailyChart } from '../charts/DailyChart';
import { colors } from '../charts/series';
import { BulkBar, type BulkAction } from '../common/bulk/BulkBar';
import { useSelection } from '../common/bulk/useSelection';
import { EmptyState } from '../common/EmptyState';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSearchText } from '../common/useSearchText';
import { EnrollmentList } from './EnrollmentList';
import { enrollmentsQuery, exitEnrollment } from './queries';
import { enrollmentStatuses, type EnrollmentStatus } from './status';

/** An address that ends in a domain of its own; the server looks for whole ones only. */
const looksWhole = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);

const enrollments = (count: number) => `${count.toLocaleString()} ${count === 1 ? 'enrollment' : 'enrollments'}`;
const bulkActions: readonly BulkAction<Enrollment>[] = [
  {
    label: 'Exit…',
    icon: <IconLogout2 size={15} />,
    applies: ({ endedAt }) => endedAt === null,
    title: (count) => `Exit ${enrollments(count)}`,
    text: 'Each exits the automation at its current step. You can’t undo this.',
    danger: true,
    done: (count) => `${enrollments(count)} ${count === 1 ? 'has' : 'have'} exited.`,
    run: ({ id }) => exitEnrollment(id),
  },
];
const series = [
  { name: 'enrolled', label: 'Enrolled', color: colors.enrolled },
  { name: 'completed', label: 'Completed', color: colors.completed },
  { name: 'exited', label: 'Exited', color: colors.exited },
];

const route = getRouteApi('/app/automations/$automationId');

/** Who is and was in an automation. */
export function EnrollmentsOfAutomation({ automation }: { readonly automation: Automation }) {
  const { status, email, step, version } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(enrollmentsQuery({ automationId: automation.id, status, email, stepId: step, version }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = status !== undefined || email !== undefined || step !== undefined || version !== undefined;
  // Of the newest version; in another the same step may do something else.
  const names = useMemo(() => new Map(allSteps(readFlow(automation.steps ?? []) ?? noSteps).map((one) => [one.id, stepCalled(one)])), [automation.steps]);
  const selection = useSelection(items);
  const client = useQueryClient();
  const search = useSearchText(email, (text) => void navigate({ search: (before) => ({ ...before, email: text }), replace: true }), looksWhole);
  const refusedEmail = list.isError && asProblem(list.error).errors.email !== undefined;

  return (
    <>
      <DailyChart id="runs-by-day" title="Runs by day" series={series} query={runStatsQuery(automation.id)} />
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
      {version !== undefined && (
        <Group mb="md" gap="sm">
          <Text size="sm">Who goes by version {version} of the steps</Text>
          <Button variant="default" size="compact-sm" onClick={() => void navigate({ search: (before) => ({ ...before, version: undefined }), replace: true })}>
            Show all versions
          </Button>
        </Group>
      )}
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
      <BulkBar
        selection={selection}
        shown={items.length}
        nameOf={(run) => run.email}
        actions={bulkActions}
        onDone={() => void Promise.all([client.invalidateQueries({ queryKey: ['enrollments'] }), client.invalidateQueries({ queryKey: ['automations'] })])}
      />
      {items.length > 0 && <EnrollmentList items={items} by="contact" selection={selection} nameOfStep={(run) => (run.version === automation.version ? names.get(run.stepId ?? '') : undefined)} />}
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
