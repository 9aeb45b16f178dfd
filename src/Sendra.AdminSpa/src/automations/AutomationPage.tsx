import { Skeleton, Stack, Tabs } from '@mantine/core';
import { IconBolt, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NotLoaded } from '../common/NotLoaded';
import { PageHeader } from '../common/PageHeader';
import { eventBody } from '../sending/eventBody';
import { SendEventButton } from '../sending/SendEventButton';
import { EnrollmentsOfAutomation } from '../enrollments/EnrollmentsOfAutomation';
import { AutomationActions } from './AutomationActions';
import { AutomationEditor } from './AutomationEditor';
import { AutomationStrip } from './AutomationStrip';
import { automationQuery } from './queries';
import { StatusBadge } from './StatusBadge';

const route = getRouteApi('/app/automations/$automationId');

export default function AutomationPage() {
  const { automationId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  // The counts of its steps are live.
  const query = useQuery({ ...automationQuery(automationId), refetchInterval: 10_000 });

  if (query.isLoadingError) {
    return <NotLoaded what="automation" error={query.error} onRetry={() => void query.refetch()} />;
  }

  if (query.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the automation">
        <Skeleton h={34} w={260} />
        <Skeleton h={36} />
        <Skeleton h={380} radius="lg" />
      </Stack>
    );
  }

  const automation = query.data;
  const { name, status, counts } = automation;
  return (
    <>
      <PageHeader
        title={name}
        beside={<StatusBadge status={status} />}
        actions={
          <>
            <SendEventButton body={eventBody({ email: 'ada@example.com', eventName: automation.trigger.eventName, properties: '{}' })} />
            <AutomationActions automation={automation} />
          </>
        }
       />
      <Tabs value={tab ?? 'trigger'} onChange={(to) => void navigate({ search: to === 'enrollments' ? { tab: to } : {} })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="trigger" leftSection={<IconBolt size={16} />}>
            Trigger and steps
          </Tabs.Tab>
          <Tabs.Tab value="enrollments" leftSection={<IconUsersGroup size={16} />}>
            Enrollments ({(counts.active + counts.completed + counts.exited).toLocaleString()})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="trigger">
          <AutomationStrip automation={automation} />
          <AutomationEditor key={automation.id} automation={automation} />
        </Tabs.Panel>
        <Tabs.Panel value="enrollments">
          <EnrollmentsOfAutomation automation={automation} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
