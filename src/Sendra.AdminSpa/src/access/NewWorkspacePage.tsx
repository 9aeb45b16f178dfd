import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { asProblem, fieldErrors } from '../api/problem';
import { LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { meQuery, useCreateWorkspace, useSignOut } from './session';

/** Another workspace, or one for a person who is in none any more. */
export default function NewWorkspacePage() {
  const me = useQuery(meQuery);
  const create = useCreateWorkspace();
  const signOut = useSignOut();
  const form = useForm({ initialValues: { name: '' } });
  const isInNone = me.data?.workspace === null;

  return (
    <AccessFrame
      title="New workspace"
      lead={isInNone ? 'You are in no workspace. Create one, or open the link of an invitation.' : 'A workspace has its own contacts, events, automations and members.'}
      foot={
        isInNone ? (
          <Button variant="subtle" size="compact-sm" onClick={() => signOut.mutate()}>
            Sign out
          </Button>
        ) : (
          <LinkTo to="/" underline="always">
            Go back
          </LinkTo>
        )
      }
    >
      <form onSubmit={form.onSubmit(({ name }) => create.mutate(name, { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) }))} noValidate>
        <Stack>
          {create.error && Object.keys(asProblem(create.error).errors).length === 0 && <ProblemAlert title="We couldn’t create the workspace" error={create.error} />}
          <TextInput
            label="Workspace name"
            description="The name of your team or product."
            autoComplete="organization"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('name')}
          />
          <Button type="submit" fullWidth loading={create.isPending}>
            Create workspace
          </Button>
        </Stack>
      </form>
    </AccessFrame>
  );
}
