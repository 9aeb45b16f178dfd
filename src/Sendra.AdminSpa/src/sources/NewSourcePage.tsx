import { Button, SimpleGrid, Skeleton, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Preset } from '../api/types';
import { ButtonTo } from '../common/LinkTo';
import { notifyDone } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { emptyDraft, fromPreset } from './draft';
import { presetsQuery, useCreateSource } from './queries';
import { SourceForm } from './SourceForm';
import classes from './NewSourcePage.module.css';

export default function NewSourcePage() {
  const presets = useQuery(presetsQuery);
  const create = useCreateSource();
  const navigate = useNavigate();
  const [choice, setChoice] = useState<Preset | 'byHand'>();
  const [sought, setSought] = useState('');
  const back = (
    <ButtonTo to="/settings/events/sources" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
      Sources
    </ButtonTo>
  );

  if (choice === undefined) {
    return (
      <>
        {back}
        <PageHeader title="New source" lead="Who sends the webhooks? A preset fills in the paths, and you can change them all." />
        {presets.isError && <ProblemAlert title="We couldn’t load the presets" error={presets.error} onRetry={() => void presets.refetch()} />}
        {presets.isPending && <Skeleton h={220} radius="lg" role="status" aria-label="Loading presets" />}
        {presets.data !== undefined && (
          <TextInput
            aria-label="Search senders"
            placeholder="Stripe, SendGrid, …"
            leftSection={<IconSearch size={16} aria-hidden />}
            mb="md"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
        {presets.data !== undefined && (
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
            {presets.data.items.filter((preset) => isSought(preset, sought)).map((preset) => (
              <UnstyledButton key={preset.id} className={classes.card} onClick={() => setChoice(preset)}>
                <Text fw={600}>{preset.name}</Text>
                <Text size="sm" c="dimmed">
                  {preset.description}
                </Text>
              </UnstyledButton>
            ))}
            <UnstyledButton className={classes.card} onClick={() => setChoice('byHand')}>
              <Text fw={600}>
                <IconPencil size={16} aria-hidden /> By hand
              </Text>
              <Text size="sm" c="dimmed">
                Paste a payload and click the fields.
              </Text>
            </UnstyledButton>
          </SimpleGrid>
        )}
      </>
    );
  }

  const preset = choice === 'byHand' ? undefined : choice;
  return (
    <>
      {back}
      <PageHeader
        title={preset ? `New source: ${preset.name}` : 'New source'}
        lead={preset?.hint}
        actions={
          <Button variant="default" onClick={() => setChoice(undefined)}>
            Another sender
          </Button>
        }
      />
      <SourceForm
        initial={preset ? fromPreset(preset) : emptyDraft}
        example={preset?.sample}
        hasSecret={false}
        submitLabel="Create source"
        onSubmit={async (draft) => {
          const source = await create.mutateAsync(draft);
          notifyDone(`${source.name} is ready: copy its URL.`);
          await navigate({ to: '/settings/events/sources/$sourceId', params: { sourceId: source.id } });
        }}
        error={create.error}
        isPending={create.isPending}
      />
    </>
  );
}

// The one for anything else is always among them.
function isSought({ id, name, description }: Preset, sought: string): boolean {
  return id === 'generic' || `${name} ${description}`.toLowerCase().includes(sought.trim().toLowerCase());
}
