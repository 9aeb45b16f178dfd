import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import type { ApiKey } from '../api/types';
import { Command } from '../common/Command';
import { ProblemAlert } from '../common/ProblemAlert';
import { SecretField } from '../common/SecretField';
import { sendCode } from '../sending/codeSamples';
import { sampleBody } from '../sending/eventBody';
import { expiryOf, lifetimes, networksOf } from './limits';
import { useCreateApiKey } from './queries';
import { scopes } from './scopes';

/** Makes a key and shows it, this once. */
export function ApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const create = useCreateApiKey();
  const form = useForm<{ name: string; scopes: ApiKey['scopes']; expiresAt: string; allowedNetworks: string }>({
    initialValues: { name: '', scopes: ['events:send'], expiresAt: '', allowedNetworks: '' },
  });
  const submit = form.onSubmit(({ name, scopes: chosen, expiresAt, allowedNetworks }) =>
    create.mutate(
      { name: name.trim(), scopes: chosen, expiresAt: expiryOf(expiresAt, new Date()), allowedNetworks: networksOf(allowedNetworks) },
      { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) },
    ),
  );
  const made = create.data;
  const problem = create.error && Object.keys(asProblem(create.error).errors).length === 0 ? create.error : null;

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      // A click beside it must not take away what is shown this once.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      title={made ? `Your new key ${made.name}` : 'New API key'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {made ? (
        <Stack>
          <SecretField label="API key" value={made.key} copyLabel="Copy the key" hint="Copy it now and keep it with your other secrets. It is shown only once." />
          {made.scopes.includes('events:send') && <Command title="Try it: send an event" text={sendCode('curl', window.location.origin, made.key, sampleBody)} />}
          <Group justify="flex-end">
            <Button onClick={onClose}>I’ve saved it</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {problem && <ProblemAlert title="We couldn’t create the key" error={problem} />}
            <TextInput label="Name" description="What the key is for, so that you know what stops when you revoke it." placeholder="Checkout service" autoComplete="off" data-autofocus required withAsterisk={false} {...form.getInputProps('name')} />
            <Checkbox.Group label="What it can do" {...form.getInputProps('scopes')}>
              <Stack gap="sm" mt={6}>
                {scopes.map(({ value, label, text }) => (
                  <Checkbox key={value} value={value} label={label} description={text} />
                ))}
              </Stack>
            </Checkbox.Group>
            <NativeSelect label="Expires" description="After that, calls with it are refused." data={lifetimes} {...form.getInputProps('expiresAt')} />
            <Textarea
              label="Allowed networks"
              description="The IP addresses and networks of your servers, one per line. Leave it empty to allow any."
              placeholder={'203.0.113.7\n203.0.113.0/24'}
              autosize
              minRows={2}
              maxRows={6}
              {...form.getInputProps('allowedNetworks')}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={create.isPending}>
                Create key
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
