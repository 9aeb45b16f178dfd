import { Button, Group, NumberInput, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import { confirm } from '../common/confirm';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSaveSettings } from './queries';

const suggested = 365;
const mostDays = 3_650;

/** How long events are kept (L3). A shorter time erases, so it is asked first. */
export function RetentionForm({ saved }: { readonly saved: number | null }) {
  const save = useSaveSettings();
  const form = useForm<{ keep: 'always' | 'days'; retentionDays: number | string }>({
    initialValues: { keep: saved === null ? 'always' : 'days', retentionDays: saved ?? suggested },
    validate: { retentionDays: (days, { keep }) => (keep === 'days' ? daysProblem(days) : null) },
  });
  const { keep } = form.values;
  const store = (days: number | null) =>
    save.mutate({ retentionDays: days }, {
      onSuccess: () => notifyDone(days === null ? 'Events are kept forever.' : `Events are kept for ${days.toLocaleString()} days.`),
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
    });
  const submit = form.onSubmit(({ retentionDays }) => {
    const days = keep === 'always' ? null : Number(retentionDays);
    if (days === null || (saved !== null && days >= saved)) {
      store(days);
      return;
    }

    confirm({
      title: `Erase events older than ${days.toLocaleString()} days?`,
      text: 'They are erased within about an hour, with what their deliveries carried, and can’t be restored. Contacts and enrollments stay.',
      yes: 'Erase older events',
      danger: true,
      onYes: () => store(days),
    });
  });

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="retention">
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={2} size="h5" id="retention">
              Event retention
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              Erased events disappear from the log, exports and timelines. Contacts and enrollments stay, so “one time per contact” still holds.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the setting" error={save.error} />}
          <Radio.Group aria-label="Event retention" {...form.getInputProps('keep')}>
            <Stack gap="xs">
              <Radio value="always" label="Keep them forever" />
              <Radio value="days" label="Erase them after some time" />
            </Stack>
          </Radio.Group>
          {keep === 'days' && (
            <NumberInput
              label="Days"
              description={`From 1 to ${mostDays.toLocaleString()}.`}
              maw={200}
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator
              {...form.getInputProps('retentionDays')}
            />
          )}
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/** The field holds a text while nothing in it is a number. */
function daysProblem(days: number | string): string | null {
  return typeof days === 'number' && days >= 1 && days <= mostDays ? null : `Enter a number of days from 1 to ${mostDays.toLocaleString()}.`;
}
