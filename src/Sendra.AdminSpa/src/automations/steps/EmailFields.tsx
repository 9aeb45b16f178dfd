import { Group, Input, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkTo } from '../../common/LinkTo';
import { templateQuery, templateSuggestionsQuery } from '../../templates/queries';
import type { EmailStep } from './flow';
import type { StepErrors } from './stepErrors';

interface EmailFieldsProps {
  readonly step: EmailStep;
  readonly onChange: (step: EmailStep) => void;
  readonly errors: StepErrors;
}

const kinds = [
  { value: 'marketing', label: 'Marketing', text: 'Promotes something. People who unsubscribed don’t get it, and every email has an unsubscribe link.' },
  { value: 'transactional', label: 'Transactional', text: 'Answers something the contact did, such as a receipt. People who unsubscribed still get it.' },
] as const;

/** Which email is sent, and as what. */
export function EmailFields({ step, onChange, errors }: EmailFieldsProps) {
  const { templateId, kind, subject, from } = step;
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed, 200);
  const chosen = useQuery({ ...templateQuery(templateId), enabled: templateId !== '' }).data;
  // What is chosen stands in the field; it is no search.
  const found = useQuery(templateSuggestionsQuery(query === chosen?.name ? '' : query)).data?.items ?? [];
  const options = chosen === undefined || found.some((one) => one.id === chosen.id) ? found : [chosen, ...found];
  const pick = (id: string | null) => {
    const name = options.find((one) => one.id === id)?.name ?? '';
    // A journey tells one email from another by the step's name.
    onChange({ ...step, templateId: id ?? '', name: step.name === '' || step.name === chosen?.name ? name : step.name });
  };

  return (
    <Stack gap="sm">
      <Select
        label="Template"
        placeholder={options.length === 0 ? 'No templates yet' : 'Choose a template'}
        data={options.map(({ id, name }) => ({ value: id, label: name }))}
        value={templateId === '' ? null : templateId}
        onChange={pick}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options: all }) => all}
        nothingFoundMessage="No template has this name."
        error={errors.templateId !== undefined}
      />
      <Group gap="md">
        {/* In tabs of their own: the form here may not be saved yet. */}
        {templateId !== '' && (
          <LinkTo to="/templates/$templateId" params={{ templateId }} target="_blank" size="sm" underline="always">
            Edit this template
          </LinkTo>
        )}
        <LinkTo to="/templates/new" target="_blank" size="sm" underline="always">
          New template
        </LinkTo>
      </Group>
      <Input.Wrapper label="Kind" labelElement="div" error={errors.kind !== undefined}>
        <SegmentedControl
          aria-label="Kind"
          mt={4}
          data={kinds.map(({ value, label }) => ({ value, label }))}
          value={kind}
          onChange={(next) => onChange({ ...step, kind: next as EmailStep['kind'] })}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {kinds.find((one) => one.value === kind)?.text}
        </Text>
      </Input.Wrapper>
      <TextInput
        label="Subject"
        description="If empty, the template’s subject."
        placeholder={chosen?.subject ?? 'Welcome, {{ contact.firstName }}!'}
        value={subject}
        onChange={(event) => onChange({ ...step, subject: event.currentTarget.value })}
        error={errors.subject !== undefined}
      />
      <TextInput
        label="From"
        description="If empty, the workspace’s sender."
        placeholder="Ada of Acme <ada@example.com>"
        value={from}
        onChange={(event) => onChange({ ...step, from: event.currentTarget.value })}
        error={errors.from !== undefined}
        spellCheck={false}
        autoComplete="off"
      />
    </Stack>
  );
}
