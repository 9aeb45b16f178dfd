import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { asProblem, fieldErrors } from '../api/problem';
import type { Contact, CustomField } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { customFieldsQuery } from '../customFields/queries';
import { toChanges, toDraft } from './draft';
import { useSaveContact } from './queries';

interface ContactDialogProps {
  /** The contact to change; a new one when there is none. */
  readonly contact?: Contact;
  readonly onClose: () => void;
  readonly onSaved?: (contact: Contact) => void;
}

/** Adds a contact, or changes one. */
export function ContactDialog({ contact, onClose, onSaved }: ContactDialogProps) {
  const fields = useQuery(customFieldsQuery);
  return (
    <Modal opened onClose={onClose} size="lg" title={contact === undefined ? 'Add a contact' : `Edit ${contact.email}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      {fields.isError && <ProblemAlert title="We couldn’t load the custom fields" error={fields.error} onRetry={() => void fields.refetch()} />}
      {fields.data !== undefined && <ContactForm contact={contact} fields={fields.data.items} onClose={onClose} onSaved={onSaved} />}
    </Modal>
  );
}

function ContactForm({ contact, fields, onClose, onSaved }: ContactDialogProps & { readonly fields: readonly CustomField[] }) {
  const save = useSaveContact();
  const before = toDraft(contact, fields);
  const form = useForm<Record<string, string>>({ initialValues: { ...before } });
  const submit = form.onSubmit((draft) =>
    save.mutate(
      { id: contact?.id, changes: toChanges(before, draft, fields) },
      {
        onSuccess: (saved) => {
          const left = Object.fromEntries((saved.warnings ?? []).map(({ field, message }) => [field, message]));
          if (Object.keys(left).length > 0) {
            // Everything else is saved. What is wrong stays in the form, beside its reason.
            form.setErrors(left);
            return;
          }

          notifyDone(contact === undefined ? `${saved.email} is added.` : `${saved.email} is saved.`);
          onSaved?.(saved);
          onClose();
        },
        onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
      },
    ),
  );

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {save.error && Object.keys(asProblem(save.error).errors).length === 0 && <ProblemAlert title="We couldn’t save the contact" error={save.error} />}
        {contact === undefined && (
          <TextInput label="Email" type="email" placeholder="ada@example.com" autoComplete="off" spellCheck={false} data-autofocus required withAsterisk={false} {...form.getInputProps('email')} />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="First name" autoComplete="off" data-autofocus={contact !== undefined || undefined} {...form.getInputProps('firstName')} />
          <TextInput label="Last name" autoComplete="off" {...form.getInputProps('lastName')} />
          <TextInput label="Full name" autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label="External ID" description="This person’s ID in your own system." inputWrapperOrder={['label', 'input', 'description', 'error']} autoComplete="off" spellCheck={false} {...form.getInputProps('externalId')} />
          {fields.map((field) => (
            <FieldInput key={field.name} field={field} {...form.getInputProps(field.name)} />
          ))}
        </SimpleGrid>
        {fields.length === 0 && (
          <Text size="sm" c="dimmed">
            Need more properties? <LinkTo to="/settings/custom-fields" size="sm">Declare custom fields</LinkTo>
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            {contact === undefined ? 'Add' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldInputProps {
  readonly field: CustomField;
  readonly value?: string;
  readonly onChange?: (value: unknown) => void;
}

function FieldInput({ field: { name, type }, value, onChange, ...props }: FieldInputProps) {
  switch (type) {
    case 'boolean':
      return (
        <Select
          label={name}
          data={[
            { value: 'true', label: 'true' },
            { value: 'false', label: 'false' },
          ]}
          placeholder="not set"
          clearable
          clearButtonProps={{ 'aria-label': `Clear ${name}` }}
          value={value === '' ? null : value}
          onChange={(picked) => onChange?.(picked ?? '')}
          {...props}
        />
      );
    case 'number':
      return <TextInput label={name} inputMode="decimal" autoComplete="off" value={value} onChange={onChange} {...props} />;
    case 'date':
      return <TextInput label={name} placeholder="2026-01-31" autoComplete="off" spellCheck={false} value={value} onChange={onChange} {...props} />;
    case 'text':
      return <TextInput label={name} autoComplete="off" value={value} onChange={onChange} {...props} />;
  }
}
