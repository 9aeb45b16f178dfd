import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { asProblem, fieldErrors } from '../api/problem';
import type { WorkspaceSettings } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { TimeZoneSelect } from '../common/TimeZoneSelect';
import { customFieldsQuery } from '../customFields/queries';
import { useSaveSettings } from './queries';

/** By whose clock the waits of automations count. */
export function TimeZoneForm({ saved }: { readonly saved: Pick<WorkspaceSettings, 'timeZone' | 'contactTimeZoneField'> }) {
  const save = useSaveSettings();
  const fields = useQuery(customFieldsQuery);
  const form = useForm({ initialValues: { timeZone: saved.timeZone, contactTimeZoneField: saved.contactTimeZoneField } });
  const texts = fields.data?.items.filter((one) => one.type === 'text').map((one) => one.name) ?? [];
  const set = form.values.contactTimeZoneField;
  const submit = form.onSubmit((values) =>
    save.mutate(values, {
      onSuccess: () => notifyDone('The time zones are saved. Waiting runs use them once their wait is over.'),
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
    }),
  );

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="time-zones">
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={2} size="h5" id="time-zones">
              Time zones
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              Waits follow them: “3 days” ends at the same time of day, and “weekdays from 9 to 5” means 9 to 5 there.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the time zones" error={save.error} />}
          <TimeZoneSelect label="The workspace’s time zone" maw={400} value={form.values.timeZone} onChange={(zone) => form.setFieldValue('timeZone', zone)} error={form.errors.timeZone} />
          <Select
            label="Contacts’ own time zone"
            description={
              <>
                The <LinkTo to="/settings/custom-fields" underline="always" inherit>custom field</LinkTo> (text) that holds it, like Europe/Berlin. Contacts without one, or with an unknown one, use the workspace’s.
              </>
            }
            placeholder={fields.isSuccess && texts.length === 0 ? 'No text fields yet' : 'None: everyone uses the workspace’s'}
            maw={400}
            data={set === null || texts.includes(set) ? texts : [...texts, set]}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'No field' }}
            nothingFoundMessage="No text field has this name."
            {...form.getInputProps('contactTimeZoneField')}
          />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save time zones
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
