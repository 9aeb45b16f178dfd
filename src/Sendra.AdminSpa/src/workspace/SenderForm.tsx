import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import type { Sender } from '../api/types';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSaveSettings } from './queries';

const fields = { 'sender.fromName': 'fromName', 'sender.fromEmail': 'fromEmail', 'sender.replyTo': 'replyTo', 'sender.postalAddress': 'postalAddress' };

/** Who email comes from. All fields empty means nobody. */
export function SenderForm({ saved }: { readonly saved: Sender | null }) {
  const save = useSaveSettings();
  const form = useForm({
    initialValues: {
      fromName: saved?.fromName ?? '',
      fromEmail: saved?.fromEmail ?? '',
      replyTo: saved?.replyTo ?? '',
      postalAddress: saved?.postalAddress ?? '',
    },
  });
  const submit = form.onSubmit((values) => {
    const isEmpty = Object.values(values).every((value) => value.trim() === '');
    save.mutate({ sender: isEmpty ? null : { ...values, replyTo: values.replyTo.trim() || null, postalAddress: values.postalAddress.trim() || null } }, {
      onSuccess: () => notifyDone(isEmpty ? 'No sender is set, so emails are skipped.' : 'The sender is saved.'),
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), fields)),
    });
  });

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="sender">
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={2} size="h5" id="sender">
              Sender
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              Who your emails come from. Without a sender, emails are skipped.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the sender" error={save.error} />}
          <TextInput label="From name" placeholder="Acme" maw={400} autoComplete="organization" {...form.getInputProps('fromName')} />
          <TextInput label="From email" description="Your mail server must be allowed to send for its domain." placeholder="hello@acme.com" type="email" maw={400} autoComplete="off" spellCheck={false} {...form.getInputProps('fromEmail')} />
          <TextInput label="Reply-to" description="Where replies go, if not to the address above." placeholder="support@acme.com" type="email" maw={400} autoComplete="off" spellCheck={false} {...form.getInputProps('replyTo')} />
          <Textarea label="Postal address" description="Shown in the footer of marketing emails, as many countries require." placeholder={'Acme Inc.\n1 Main St, Springfield'} maw={400} autosize minRows={2} maxRows={6} autoComplete="off" {...form.getInputProps('postalAddress')} />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save sender
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
