import { ActionIcon, Badge, Button, Group, Modal, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { canUsePasskeys, NoPasskeyUsed, passkeysQuery, useAddPasskey, useRemovePasskey, useRenamePasskey } from './passkeys';
import { browserOf } from './userAgent';

type Passkey = Schemas['PasskeyResult'];

/** The passkeys of the person. */
export function PasskeySection() {
  const list = useQuery(passkeysQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="passkeys">
      <Stack>
        <div>
          <Title order={2} size="h5" id="passkeys">
            Passkeys
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            Sign in with your fingerprint, face or PIN. A passkey replaces your password and the second step, and no other site can ask for it.
          </Text>
        </div>
        {list.isError && <ProblemAlert title="We couldn’t load your passkeys" error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Skeleton h={36} role="status" aria-label="Loading passkeys" />}
        {list.data?.items.map((passkey) => <Row key={passkey.id} passkey={passkey} />)}
        {canUsePasskeys() ? (
          <Group>
            <Button variant="default" onClick={() => setAdding(true)}>
              Add a passkey…
            </Button>
          </Group>
        ) : (
          <Text size="sm">This browser can’t use passkeys here. They need HTTPS and a current browser.</Text>
        )}
      </Stack>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Paper>
  );
}

function Row({ passkey: { id, name, createdAt, lastUsedAt, isSynced } }: { readonly passkey: Passkey }) {
  const [renaming, setRenaming] = useState(false);
  const remove = useRemovePasskey();
  const ask = () =>
    confirm({
      title: `Remove ${name}?`,
      text: 'You can’t sign in with it any more, and you are signed out everywhere else. Delete it on your device, too.',
      yes: 'Remove',
      danger: true,
      onYes: () => remove.mutate(id, { onSuccess: () => notifyDone(`${name} is removed.`), onError: (failure) => notifyProblem('We couldn’t remove the passkey', failure) }),
    });
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          {isSynced && <Badge size="sm">Synced</Badge>}
        </Group>
        <Text size="sm" c="dimmed" component="div">
          added <Time iso={createdAt} as="ago" /> · {lastUsedAt === null ? 'never used' : <>last used <Time iso={lastUsedAt} as="ago" /></>}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" aria-label={`Rename ${name}`} onClick={() => setRenaming(true)}>
          <IconPencil size={16} />
        </ActionIcon>
        <Button variant="default" size="compact-sm" loading={remove.isPending} onClick={ask} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      </Group>
      {renaming && <RenameDialog id={id} name={name} onClose={() => setRenaming(false)} />}
    </Group>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const add = useAddPasskey();
  const save = (name: string) =>
    add.mutateAsync(name).then(() => {
      notifyDone('The passkey is added. You are signed out everywhere else.');
      onClose();
    });
  return <NameDialog title="Add a passkey" yes="Add" name={browserOf(navigator.userAgent)} hint="Your browser asks you next. The name helps you tell your passkeys apart." isSaving={add.isPending} error={add.error} onSave={save} onClose={onClose} />;
}

function RenameDialog({ id, name, onClose }: { readonly id: string; readonly name: string; readonly onClose: () => void }) {
  const rename = useRenamePasskey();
  return <NameDialog title="Rename the passkey" yes="Rename" name={name} isSaving={rename.isPending} error={rename.error} onSave={(next) => rename.mutateAsync({ id, name: next }).then(onClose)} onClose={onClose} />;
}

interface NameDialogProps {
  readonly title: string;
  readonly yes: string;
  readonly name: string;
  readonly hint?: string;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

function NameDialog({ title, yes, name, hint, isSaving, error, onSave, onClose }: NameDialogProps) {
  const form = useForm({ initialValues: { name } });
  const submit = form.onSubmit((values) => void onSave(values.name.trim()).catch((failure: unknown) => form.setErrors(fieldErrors(asProblem(failure)))));
  const problem = error != null && Object.keys(asProblem(error).errors).length === 0 ? error : null;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {problem instanceof NoPasskeyUsed ? (
            <Text size="sm" role="status">
              No passkey was created. Your device may already have one for this account.
            </Text>
          ) : (
            problem && <ProblemAlert title="We couldn’t save the passkey" error={problem} />
          )}
          <TextInput label="Name" description={hint} autoComplete="off" data-autofocus required withAsterisk={false} {...form.getInputProps('name')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isSaving}>
              {yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
