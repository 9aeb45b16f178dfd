import { ActionIcon, Badge, Button, Menu, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { IconArrowLeft, IconDots, IconInbox, IconRefresh, IconRoute, IconSend, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { confirm } from '../common/confirm';
import { ButtonTo } from '../common/LinkTo';
import { NotLoaded } from '../common/NotLoaded';
import { notifyDone, notifyProblem } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { SecretField } from '../common/SecretField';
import { Time } from '../common/Time';
import { CreatedBy } from '../members/CreatedBy';
import { Deliveries } from './Deliveries';
import { fromSource } from './draft';
import { samplesQuery, sourceQuery, useDeleteSource, useEditSource, useRotateUrl } from './queries';
import { SourceForm } from './SourceForm';
import { SourceState } from './SourceState';
import classes from './SourcesPage.module.css';

const TestDelivery = lazy(() => import('./TestDelivery'));

const route = getRouteApi('/app/settings/events/sources/$sourceId');
const overlapHours = 24;

export default function SourcePage() {
  const { sourceId } = route.useParams();
  const { tab, sample: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(sourceQuery(sourceId));
  const edit = useEditSource(sourceId);
  const remove = useDeleteSource(sourceId);
  const rotate = useRotateUrl(sourceId);
  const [isTesting, setTesting] = useState(false);
  const samples = useQuery({ ...samplesQuery(sourceId, wanted), enabled: tab === 'mapping' });
  const back = (
    <ButtonTo to="/settings/events/sources" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
      Sources
    </ButtonTo>
  );

  if (query.isLoadingError) {
    return (
      <>
        {back}
        <NotLoaded what="source" error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }

  if (query.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the source">
        <Skeleton h={34} w={260} />
        <Skeleton h={240} radius="lg" />
      </Stack>
    );
  }

  const source = query.data;
  const askRotate = () =>
    confirm({
      title: `Give ${source.name} a new URL?`,
      text: `The old URL keeps working for ${overlapHours} hours, so you have time to change it at the sender.`,
      yes: 'Create a new URL',
      onYes: () =>
        rotate.mutate(overlapHours, {
          onSuccess: () => notifyDone('The URL has changed. Paste it into the sender.'),
          onError: (failure) => notifyProblem('We couldn’t change the URL', failure),
        }),
    });
  const askDelete = () =>
    confirm({
      title: `Delete ${source.name}?`,
      text: 'Its URL stops working, and its deliveries are deleted. Its events stay in the log.',
      yes: 'Delete',
      danger: true,
      onYes: () =>
        remove.mutate(undefined, {
          onSuccess: () => void navigate({ to: '/settings/events/sources' }),
          onError: (failure) => notifyProblem('We couldn’t delete the source', failure),
        }),
    });

  return (
    <>
      {back}
      <PageHeader
        title={source.name}
        lead={
          <>
            Created <Time iso={source.createdAt} as="ago" />
            <CreatedBy id={source.createdBy} />
          </>
        }
        beside={
          <>
            {!source.enabled && (
              <Badge className={classes.off} size="sm">
                disabled
              </Badge>
            )}
            {source.feedback !== null && (
              <Badge variant="light" color="gray" size="sm">
                reports on email
              </Badge>
            )}
          </>
        }
        actions={
          <>
            {source.kind === 'webhook' && source.enabled && (
              <Button variant="default" leftSection={<IconSend size={15} />} onClick={() => setTesting(true)}>
                Send a test delivery…
              </Button>
            )}
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label="More actions">
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconRefresh size={16} />} onClick={askRotate}>
                  New URL…
                </Menu.Item>
                <Menu.Item leftSection={<IconTrash size={16} />} onClick={askDelete}>
                  Delete…
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      {source.kind === 'webhook' && source.url !== null ? (
        <SecretField label="Webhook URL" value={source.url} copyLabel="Copy the URL" hint="Paste it into the sender. Anyone who knows it can send events, so treat it as a secret." />
      ) : (
        <Text size="sm" c="dimmed">
          Another product’s client sends here with an API key. What became an event is in the log; what didn’t is below, and can be replayed.
        </Text>
      )}
      {isTesting && (
        <Suspense>
          <TestDelivery source={source} onClose={() => setTesting(false)} />
        </Suspense>
      )}
      <div className={classes.state}>
        <SourceState source={source} />
      </div>
      <Tabs value={tab ?? 'deliveries'} onChange={(to) => void navigate({ search: to === 'mapping' ? { tab: to } : {} })} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="deliveries" leftSection={<IconInbox size={16} />}>
            Deliveries
          </Tabs.Tab>
          <Tabs.Tab value="mapping" leftSection={<IconRoute size={16} />}>
            Mapping
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="deliveries">
          <Deliveries source={source} />
        </Tabs.Panel>
        <Tabs.Panel value="mapping">
          {samples.isPending ? (
            <Skeleton h={300} radius="lg" role="status" aria-label="Loading the last deliveries" />
          ) : (
            <SourceForm
              key={`${source.id} ${source.updatedAt} ${wanted ?? ''}`}
              initial={fromSource(source)}
              hasSecret={(source.signature?.secretCount ?? 0) > 0}
              samples={samples.data ?? []}
              submitLabel="Save"
              onSubmit={async (draft) => {
                await edit.mutateAsync(draft);
                notifyDone('Saved. It applies from the next delivery on.');
              }}
              error={edit.error}
              isPending={edit.isPending}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
