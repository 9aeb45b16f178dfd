import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import type { Member } from '../api/types';
import { ProblemAlert } from '../common/ProblemAlert';
import { SecretField } from '../common/SecretField';
import { Time } from '../common/Time';
import { useInvite } from './queries';
import { roles } from './roles';

/** Makes a link that lets one person in, and shows it, this once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const invite = useInvite();
  const form = useForm<{ email: string; role: Member['role'] }>({ initialValues: { email: '', role: 'member' } });
  const submit = form.onSubmit(({ email, role }) =>
    invite.mutate({ email: email.trim() || undefined, role }, { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) }),
  );
  const made = invite.data;
  const problem = invite.error && Object.keys(asProblem(invite.error).errors).length === 0 ? invite.error : null;

  return (
    <Modal opened onClose={onClose} closeOnClickOutside={!made} closeOnEscape={!made} title={made ? 'The invitation is ready' : 'Invite someone'} closeButtonProps={{ 'aria-label': 'Close' }}>
      {made ? (
        <Stack>
          <SecretField label="Link" value={made.link} copyLabel="Copy the link" hint="Copy it now: it is shown only once. Sendra sends no mail, so give it to the person yourself." />
          <Text size="sm" component="div">
            {made.email ? `Only ${made.email} can use it, once.` : 'Anyone who has it can use it, once.'} It expires <Time iso={made.expiresAt} as="until" />.
          </Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>Done</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {problem && <ProblemAlert title="We couldn’t create the invitation" error={problem} />}
            <TextInput
              label="Email"
              description="The email of someone with an account here. Only they can use the link. If empty, anyone with the link can."
              placeholder="grace@example.com"
              type="email"
              autoComplete="off"
              data-autofocus
              {...form.getInputProps('email')}
            />
            <Radio.Group label="Role" {...form.getInputProps('role')}>
              <Stack gap="sm" mt={6}>
                {roles.map(({ value, label, text }) => (
                  <Radio key={value} value={value} label={label} description={text} />
                ))}
              </Stack>
            </Radio.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={invite.isPending}>
                Create the link
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
