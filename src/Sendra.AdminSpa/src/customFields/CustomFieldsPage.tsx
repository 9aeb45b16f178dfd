import { ActionIcon, Button, Paper, Select, Skeleton, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconForms, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asProblem, fieldErrors } from '../api/problem';
import type { CustomField } from '../api/types';
import { confirm } from '../common/confirm';
import { EmptyState } from '../common/EmptyState';
import { notifyDone, notifyProblem } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { customFieldsQuery, useDeclareField, useDeleteField } from './queries';
import classes from './CustomFieldsPage.module.css';

const types: { value: CustomField['type']; label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'True or false' },
  { value: 'date', label: 'Date' },
];

export default function CustomFieldsPage() {
  const fields = useQuery(customFieldsQuery);
  const remove = useDeleteField();
  const ask = (name: string) =>
    confirm({
      title: `Delete ${name}?`,
      text: 'Contacts no longer show it, and events that set it get a warning. Events themselves stay as they are.',
      yes: 'Delete',
      danger: true,
      onYes: () =>
        remove.mutate(name, {
          onSuccess: () => notifyDone(`${name} is deleted.`),
          onError: (failure) => notifyProblem(`We couldn’t delete ${name}`, failure),
        }),
    });

  return (
    <div style={{ maxWidth: 720 }}>
      <PageHeader title="Custom fields" lead="What events can set on a contact, besides firstName, lastName and name. Anything else in contactProperties is skipped with a warning." />
      <DeclareField />
      {fields.isError && <ProblemAlert title="We couldn’t load the fields" error={fields.error} onRetry={() => void fields.refetch()} />}
      {fields.isPending && <Skeleton h={140} radius="lg" role="status" aria-label="Loading fields" />}
      {fields.data !== undefined && (
        <Paper withBorder radius="lg" className={classes.frame}>
          {fields.data.items.length === 0 ? (
            <EmptyState icon={IconForms} title="No custom fields yet">
              Declare one above, for example <b>plan</b> as text. Then events can set it.
            </EmptyState>
          ) : (
            <ul className={classes.list}>
              {fields.data.items.map(({ name, type }) => (
                <li key={name} className={classes.row}>
                  <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {name}
                  </Text>
                  <Text size="sm" c="dimmed" className={classes.type}>
                    {types.find((one) => one.value === type)?.label}
                  </Text>
                  <ActionIcon variant="subtle" color="gray" aria-label={`Delete ${name}`} onClick={() => ask(name)}>
                    <IconTrash size={17} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )}
        </Paper>
      )}
    </div>
  );
}

function DeclareField() {
  const declare = useDeclareField();
  const form = useForm<Pick<CustomField, 'name' | 'type'>>({ initialValues: { name: '', type: 'text' } });
  const submit = form.onSubmit((values) =>
    declare.mutate(
      { ...values, name: values.name.trim() },
      {
        onSuccess: (field) => {
          notifyDone(`${field.name} is declared.`);
          form.reset();
        },
        onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
      },
    ),
  );
  const problem = declare.error && Object.keys(asProblem(declare.error).errors).length === 0 ? declare.error : null;
  return (
    <Paper withBorder radius="lg" p="lg" mb="lg" className={classes.frame}>
      {problem && (
        <div style={{ marginBottom: 12 }}>
          <ProblemAlert title="We couldn’t declare the field" error={problem} />
        </div>
      )}
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextInput label="Name" placeholder="plan" spellCheck={false} autoComplete="off" required withAsterisk={false} {...form.getInputProps('name')} />
        <Select label="Type" data={types} allowDeselect={false} {...form.getInputProps('type')} />
        <Button type="submit" leftSection={<IconPlus size={16} />} loading={declare.isPending}>
          Declare
        </Button>
      </form>
    </Paper>
  );
}
