import { Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import type { WorkspaceSettings } from '../api/types';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSaveSettings } from './queries';

const mostPerSecond = 10_000;
const mostPerDay = 100_000_000;

type Limits = Pick<WorkspaceSettings, 'messagesPerSecond' | 'messagesPerDay'>;

/** How many emails go out in a second and in a day (M6). An empty field is no limit. */
export function SendingLimitForm({ saved }: { readonly saved: Limits }) {
  const save = useSaveSettings();
  const form = useForm<Record<keyof Limits, number | string>>({
    initialValues: { messagesPerSecond: saved.messagesPerSecond ?? '', messagesPerDay: saved.messagesPerDay ?? '' },
    validate: { messagesPerSecond: (value) => problemOf(value, mostPerSecond), messagesPerDay: (value) => problemOf(value, mostPerDay) },
  });
  const submit = form.onSubmit(({ messagesPerSecond, messagesPerDay }) =>
    save.mutate(
      { messagesPerSecond: limitOf(messagesPerSecond), messagesPerDay: limitOf(messagesPerDay) },
      {
        onSuccess: () => notifyDone('The limits are saved. They apply at once, to waiting emails too.'),
        onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
      },
    ),
  );

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="limits">
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={2} size="h5" id="limits">
              Sending limits
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              Emails over a limit wait their turn. Use limits to stay within what your mail provider allows. A day follows the workspace’s time zone.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the limits" error={save.error} />}
          <Group align="flex-start">
            <NumberInput label="Emails per second" placeholder="No limit" w={200} allowDecimal={false} allowNegative={false} thousandSeparator {...form.getInputProps('messagesPerSecond')} />
            <NumberInput label="Emails per day" placeholder="No limit" w={200} allowDecimal={false} allowNegative={false} thousandSeparator {...form.getInputProps('messagesPerDay')} />
          </Group>
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save limits
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/** The field holds a text while nothing in it is a number. */
function limitOf(value: number | string): number | null {
  return value === '' ? null : Number(value);
}

function problemOf(value: number | string, most: number): string | null {
  return value === '' || (typeof value === 'number' && value >= 1 && value <= most) ? null : `Enter a number from 1 to ${most.toLocaleString()}, or leave it empty.`;
}
