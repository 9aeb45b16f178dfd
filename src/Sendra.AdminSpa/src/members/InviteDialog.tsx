import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { optionsQuery } from '../access/options';
import { asProblem, fieldErrors } from '../api/problem';
import type { Member } from '../api/types';
import { ProblemAlert } from '../common/ProblemAlert';
import { SecretField } from '../common/SecretField';
import { Time } from '../common/Time';
import { useInvite } from './queries';
import { roles } from './roles';

/** Invites by email, or makes a link that lets one person in. Either way the link is shown, this once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const invite = useInvite();
  const sendsEmail = useQuery(optionsQuery).data?.sendsEmail === true;
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
          {made.emailed && (
            <Alert icon={<IconMailForward size={18} />} variant="light" title="The invitation is on its way" role="status">
              <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
                We’re sending it to <b>{made.email}</b>, with a link of its own.
              </Text>
            </Alert>
          )}
          <SecretField
            label="Link"
            value={made.link}
            copyLabel="Copy the link"
            hint={
              made.emailed
                ? 'In case the email gets lost. It is shown only once, and works only for an account with this email that is verified.'
                : 'Copy it now: it is shown only once. Send it to the person yourself.'
            }
          />
          <Text size="sm" component="div">
            {made.email ? `Only ${made.email} can join, once.` : 'Anyone who has it can use it, once.'} It expires <Time iso={made.expiresAt} as="until" />.
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
              description={
                sendsEmail
                  ? 'We email them the invitation, and only they can use it. If empty, you get a link that anyone can use.'
                  : 'The email of someone with an account here. Only they can use the link. If empty, anyone with the link can. This server sends no email, so you hand the link over.'
              }
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
                {sendsEmail && form.values.email.trim() !== '' ? 'Send the invitation' : 'Create the link'}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
