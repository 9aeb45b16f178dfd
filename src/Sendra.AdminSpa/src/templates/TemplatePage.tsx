import { ActionIcon, Badge, Menu, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft, IconCopy, IconDots, IconMailForward, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { confirm } from '../common/confirm';
import { ButtonTo } from '../common/LinkTo';
import { NotLoaded } from '../common/NotLoaded';
import { notifyDone, notifyProblem } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { templateQuery, useDeleteTemplate } from './queries';
import { TemplateEditor } from './TemplateEditor';

const route = getRouteApi('/app/templates/$templateId');

export default function TemplatePage() {
  const { templateId } = route.useParams();
  const navigate = route.useNavigate();
  // Someone else may save meanwhile.
  const query = useQuery({ ...templateQuery(templateId), refetchInterval: 30_000 });
  const remove = useDeleteTemplate();
  const back = (
    <ButtonTo to="/templates" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
      Templates
    </ButtonTo>
  );

  if (query.isLoadingError) {
    return (
      <>
        {back}
        <NotLoaded what="template" error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }

  if (query.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the template">
        <Skeleton h={34} w={260} />
        <Skeleton h={420} radius="lg" />
      </Stack>
    );
  }

  const { id, name, version } = query.data;
  const askDelete = () =>
    confirm({
      title: `Delete ${name}?`,
      text: 'This deletes all its versions. Emails already sent stay readable. Automations that send it skip those steps until you choose another template.',
      yes: 'Delete',
      danger: true,
      onYes: () =>
        remove.mutate(id, {
          onSuccess: () => {
            notifyDone(`${name} is deleted.`);
            void navigate({ to: '/templates', ignoreBlocker: true });
          },
          onError: (failure) => notifyProblem(`We couldn’t delete ${name}`, failure),
        }),
    });

  return (
    <>
      {back}
      <PageHeader
        title={name}
        beside={
          <Badge size="sm" variant="light" color="gray">
            Version {version}
          </Badge>
        }
        actions={
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label="More actions">
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconMailForward size={16} />} onClick={() => void navigate({ to: '/messages', search: { templateId: id } })}>
                Its messages
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void navigate({ to: '/templates/new', search: { from: id } })}>
                Duplicate
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={askDelete}>
                Delete…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        }
      />
      <TemplateEditor key={id} template={query.data} />
    </>
  );
}
