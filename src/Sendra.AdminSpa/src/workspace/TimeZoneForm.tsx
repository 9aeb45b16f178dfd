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
      onSuccess: () => notifyDone('The time zones are saved. Runs that wait already take them when they come due.'),
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
              Automations wait by them: “3 days” ends at the same time of day, “on weekdays from 9 to 5” by the clock of the zone.
            </Text>
          </div>
          {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="The time zones were not saved" error={save.error} />}
          <TimeZoneSelect label="The workspace’s time zone" maw={400} value={form.values.timeZone} onChange={(zone) => form.setFieldValue('timeZone', zone)} error={form.errors.timeZone} />
          <Select
            label="Contacts’ own time zone"
            description={
              <>
                The <LinkTo to="/settings/custom-fields" underline="always" inherit>custom field</LinkTo> (text) that holds it, like Europe/Berlin. A contact without one, or with one that nobody knows, has the workspace’s.
              </>
            }
            placeholder={fields.isSuccess && texts.length === 0 ? 'There is no custom field of type text yet' : 'None: all have the workspace’s'}
            maw={400}
            data={set === null || texts.includes(set) ? texts : [...texts, set]}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'No field' }}
            nothingFoundMessage="No such custom field of type text."
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
