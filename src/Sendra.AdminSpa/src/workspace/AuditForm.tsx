import { Button, Group, NumberInput, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, fieldErrors } from '../api/problem';
import { confirm } from '../common/confirm';
import { LinkTo } from '../common/LinkTo';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useSaveSettings } from './queries';

const suggested = 365;
const mostDays = 3_650;

/** How long the audit log is kept. A shorter time erases, so it is asked first. */
export function AuditForm({ saved }: { readonly saved: number | null }) {
  const save = useSaveSettings();
  const form = useForm<{ keep: 'always' | 'days'; auditDays: number | string }>({
    initialValues: { keep: saved === null ? 'always' : 'days', auditDays: saved ?? suggested },
    validate: {
      auditDays: (days, { keep }) =>
        keep === 'always' || (typeof days === 'number' && days >= 1 && days <= mostDays) ? null : `Enter a number of days from 1 to ${mostDays.toLocaleString()}.`,
    },
  });
  const store = (days: number | null) =>
    save.mutate({ auditDays: days }, {
      onSuccess: () => notifyDone(days === null ? 'The audit log is kept forever.' : `The audit log is kept for ${days.toLocaleString()} days.`),
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
    });
  const submit = form.onSubmit(({ keep, auditDays }) => {
    const days = keep === 'always' ? null : Number(auditDays);
    if (days === null || (saved !== null && days >= saved)) {
      store(days);
      return;
    }

    confirm({
      title: `Erase entries older than ${days.toLocaleString()} days?`,
      text: 'They are erased within about an hour and can’t be restored.',
      yes: 'Erase older entries',
      danger: true,
      onYes: () => store(days),
    });
  });

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="audit">
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={2} size="h5" id="audit">
              Audit log retention
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              The <LinkTo to="/settings/audit-log" inherit underline="always">audit log</LinkTo> shows who did what in this workspace. Only owners can see it and change this.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the setting" error={save.error} />}
          <Radio.Group aria-label="Audit log retention" {...form.getInputProps('keep')}>
            <Stack gap="xs">
              <Radio value="always" label="Keep it forever" />
              <Radio value="days" label="Erase entries after some time" />
            </Stack>
          </Radio.Group>
          {form.values.keep === 'days' && (
            <NumberInput
              label="Days of the audit log"
              description={`From 1 to ${mostDays.toLocaleString()}.`}
              maw={200}
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator
              {...form.getInputProps('auditDays')}
            />
          )}
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save audit log days
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
