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
    <Modal opened onClose={onClose} closeOnClickOutside={!made} closeOnEscape={!made} title={made ? 'The invitation is ready' : 'Invite somebody'} closeButtonProps={{ 'aria-label': 'Close' }}>
      {made ? (
        <Stack>
          <SecretField label="Link" value={made.link} copyLabel="Copy the link" hint="Copy it now: it is shown this once. Sendra sends no mail, so give it to the person yourself." />
          <Text size="sm" component="div">
            {made.email ? `Only ${made.email} can use it, once.` : 'Whoever has it can use it, once.'} It ends <Time iso={made.expiresAt} as="until" />.
          </Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>Done</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {problem && <ProblemAlert title="Nobody was invited" error={problem} />}
            <TextInput
              label="Email"
              description="Of somebody who has an account here: only they can use the link then. Left empty, whoever has it can."
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
                Make the link
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
