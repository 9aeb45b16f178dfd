import { Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ButtonTo } from '../common/LinkTo';
import { notifyDone } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { blank, toDraft, type TemplateDraft } from './draft';
import { startersQuery, templateQuery, useCreateTemplate } from './queries';
import { StarterGallery } from './StarterGallery';
import { TemplateForm } from './TemplateForm';

const route = getRouteApi('/app/templates/new');

/** First what to start from, then the form. */
export default function NewTemplatePage() {
  const { starter, from } = route.useSearch();
  return (
    <>
      <ButtonTo
        to={starter === undefined ? '/templates' : '/templates/new'}
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        size="compact-sm"
        mb="md"
        leftSection={<IconArrowLeft size={15} />}
      >
        {starter === undefined ? 'Templates' : 'Starters'}
      </ButtonTo>
      <PageHeader title="New template" lead={starter === undefined && from === undefined ? 'Start from a finished email or from a blank one.' : undefined} />
      {from !== undefined ? <CopyOf templateId={from} /> : starter !== undefined ? <FromStarter starter={starter} /> : <StarterGallery />}
    </>
  );
}

function FromStarter({ starter }: { readonly starter: string }) {
  const starters = useQuery({ ...startersQuery, enabled: !(starter in blank) });
  const found = starters.data?.find((one) => one.id === starter);
  const initial = useMemo(() => (starter in blank ? blank[starter as keyof typeof blank] : found && toDraft(found.name, { ...found, text: null })), [starter, found]);
  if (starters.isError) {
    return <ProblemAlert title="We couldn’t load the starter" error={starters.error} onRetry={() => void starters.refetch()} />;
  }

  return initial === undefined ? starters.isSuccess ? <StarterGallery /> : <Loading /> : <NewForm initial={initial} />;
}

function CopyOf({ templateId }: { readonly templateId: string }) {
  const template = useQuery(templateQuery(templateId));
  const initial = useMemo(() => template.data && toDraft(`Copy of ${template.data.name}`.slice(0, 200), template.data), [template.data]);
  if (template.isLoadingError) {
    return <ProblemAlert title="We couldn’t load the template" error={template.error} onRetry={() => void template.refetch()} />;
  }

  return initial === undefined ? <Loading /> : <NewForm key={templateId} initial={initial} />;
}

function NewForm({ initial }: { readonly initial: TemplateDraft }) {
  const navigate = route.useNavigate();
  const create = useCreateTemplate();
  return (
    <TemplateForm
      initial={initial}
      submitLabel="Create template"
      isNew
      onSubmit={async (draft) => {
        const made = await create.mutateAsync(draft);
        notifyDone(`${made.name} is saved.`);
        await navigate({ to: '/templates/$templateId', params: { templateId: made.id } });
      }}
    />
  );
}

const Loading = () => <Skeleton h={420} radius="lg" role="status" aria-label="Loading" />;
