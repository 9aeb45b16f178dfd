import { Autocomplete, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { JsonField } from '../common/JsonField';
import { notifyProblem } from '../common/notify';
import { toContactText, type ContactText } from './contactText';
import { contactQuery, contactSuggestionsQuery } from './queries';

interface ContactInputProps {
  readonly value: ContactText;
  readonly onChange: (value: ContactText) => void;
  readonly emailError?: ReactNode;
  readonly propertiesError?: ReactNode;
}

/** A contact to try something on: one that is stored, whose properties can be changed for the trial, or any other. */
export function ContactInput({ value, onChange, emailError, propertiesError }: ContactInputProps) {
  const client = useQueryClient();
  const [query] = useDebouncedValue(value.email.trim(), 200);
  const contacts = useQuery(contactSuggestionsQuery(query)).data?.items ?? [];
  const pick = async (email: string) => {
    const contact = contacts.find((one) => one.email === email);
    if (contact !== undefined) {
      try {
        onChange(toContactText(await client.fetchQuery(contactQuery(contact.id))));
      } catch (failure) {
        notifyProblem(`We couldn’t load ${email}`, failure);
      }
    }
  };

  return (
    <Stack gap="sm">
      <Autocomplete
        label="Contact"
        description="Choose a contact to start from its stored properties, or type any email."
        placeholder="ada@example.com"
        type="email"
        data={contacts.map((one) => one.email)}
        filter={({ options }) => options}
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
        onOptionSubmit={(email) => void pick(email)}
        spellCheck={false}
        autoComplete="off"
        error={emailError}
      />
      <JsonField
        label="Contact properties"
        description="JSON. What you change here is not stored."
        value={value.properties}
        onChange={(properties) => onChange({ ...value, properties })}
        error={propertiesError}
      />
    </Stack>
  );
}
