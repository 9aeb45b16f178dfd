import { Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import { confirm } from '../common/confirm';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSaveSettings } from './queries';

const mostDays = 3_650;

/** How long the contents of messages and calls are kept (M7). A shorter time erases, so it is asked first. */
export function ContentForm({ saved }: { readonly saved: number }) {
  const save = useSaveSettings();
  const form = useForm<{ contentDays: number | string }>({
    initialValues: { contentDays: saved },
    validate: { contentDays: (days) => (typeof days === 'number' && days >= 1 && days <= mostDays ? null : `Enter a number of days from 1 to ${mostDays.toLocaleString()}.`) },
  });
  const store = (contentDays: number) =>
    save.mutate({ contentDays }, {
      onSuccess: () => notifyDone(`Contents are kept for ${contentDays.toLocaleString()} days.`),
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
    });
  const submit = form.onSubmit(({ contentDays }) => {
    const days = Number(contentDays);
    if (days >= saved) {
      store(days);
      return;
    }

    confirm({
      title: `Erase contents older than ${days.toLocaleString()} days?`,
      text: 'They are erased within about an hour and can’t be restored. When each was sent, and how it ended, is kept.',
      yes: 'Erase older contents',
      danger: true,
      onYes: () => store(days),
    });
  });

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="contents">
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={2} size="h5" id="contents">
              Content retention
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              Sendra keeps the contents of emails and calls, and the responses to calls, so that you can look at them. After this time, only their status remains.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the setting" error={save.error} />}
          <NumberInput
            label="Days to keep"
            description={`From 1 to ${mostDays.toLocaleString()}.`}
            maw={200}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator
            {...form.getInputProps('contentDays')}
          />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save days
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
