import { Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useRenameWorkspace } from './queries';

/** What the workspace is called, for owners. */
export function NameForm({ id, saved }: { readonly id: string; readonly saved: string }) {
  const rename = useRenameWorkspace();
  const form = useForm({ initialValues: { name: saved } });
  const submit = form.onSubmit(({ name }) =>
    rename.mutate({ id, name }, {
      onSuccess: () => notifyDone('The workspace is renamed.'),
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
    }),
  );
  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="workspace-name">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={2} size="h5" id="workspace-name">
            Name
          </Title>
          {rename.error && Object.keys(asProblem(rename.error).errors).length === 0 && <ProblemAlert title="We couldn’t rename the workspace" error={rename.error} />}
          <TextInput aria-label="Workspace name" maw={400} required {...form.getInputProps('name')} />
          <Group>
            <Button type="submit" loading={rename.isPending} disabled={!form.isDirty()}>
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
