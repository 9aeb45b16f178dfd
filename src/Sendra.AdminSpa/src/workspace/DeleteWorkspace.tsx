import { Button, Group, Modal, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import { useDeleteWorkspace } from './queries';

interface DeleteWorkspaceProps {
  readonly id: string;
  readonly name: string;
}

/** The end of the workspace, for owners who type its name. */
export function DeleteWorkspace({ id, name }: DeleteWorkspaceProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="delete-workspace">
      <Stack>
        <div>
          <Title order={2} size="h5" id="delete-workspace">
            Delete the workspace
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            This deletes its contacts, events, automations, sources and keys for everyone at once. You can’t undo this.
          </Text>
        </div>
        <Group>
          <Button variant="default" onClick={open}>
            Delete…
          </Button>
        </Group>
      </Stack>
      <Modal opened={opened} onClose={close} title={`Delete ${name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Confirmation id={id} name={name} onClose={close} />
      </Modal>
    </Paper>
  );
}

function Confirmation({ id, name, onClose }: DeleteWorkspaceProps & { readonly onClose: () => void }) {
  const remove = useDeleteWorkspace();
  const form = useForm({ initialValues: { name: '' } });
  const submit = form.onSubmit((typed) => remove.mutate({ id, name: typed.name }, { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {remove.error && Object.keys(asProblem(remove.error).errors).length === 0 && <ProblemAlert title="We couldn’t delete the workspace" error={remove.error} />}
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Automations stop, webhook URLs and API keys stop working, and all members lose access. Type <b>{name}</b> to confirm.
        </Text>
        <TextInput label="Name of the workspace" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.8" loading={remove.isPending} disabled={form.values.name.trim() !== name}>
            Delete the workspace
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
