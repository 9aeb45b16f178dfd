import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/session';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { anyEventQuery } from '../events/queries';
import { SendEventButton } from '../sending/SendEventButton';
import { Activity } from './Activity';
import { Checklist } from './Checklist';
import { LatestEvents } from './LatestEvents';
import { QuickStart } from './QuickStart';
import { SkippedDeliveries } from './SkippedDeliveries';

export default function HomePage() {
  const { workspace } = useMe();
  // The first event lights the page up by itself; later the page keeps up at leisure.
  const latest = useQuery({ ...anyEventQuery, refetchInterval: (query) => (query.state.data?.length === 0 ? 2_000 : 10_000) });
  const received = (latest.data?.length ?? 0) > 0;
  // Who has just sent the first event goes on seeing the command; later it would only be in the way.
  const [begins, setBegins] = useState(false);
  if (latest.data !== undefined && !received && !begins) {
    setBegins(true);
  }

  return (
    <>
      <PageHeader
        title={workspace.name}
        lead="Send what people did. Sendra enrolls them, and can always tell you why."
        actions={received && <SendEventButton />}
      />
      {latest.isError && <ProblemAlert title="We couldn’t load the latest events" error={latest.error} onRetry={() => void latest.refetch()} />}
      {latest.isPending && <Skeleton h={320} radius="lg" role="status" aria-label="Loading" />}
      {latest.data !== undefined && (
        <Stack gap="xl">
          {begins && (
            <>
              <Checklist received={received} />
              <QuickStart received={received} />
            </>
          )}
          {received && (
            <>
              <Activity />
              <LatestEvents items={latest.data} />
              <SkippedDeliveries />
            </>
          )}
        </Stack>
      )}
    </>
  );
}
