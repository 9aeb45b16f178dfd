import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { contactQuery } from '../contacts/queries';
import { useNames } from './queries';
import { isFiltered, type MessagesSearch } from './search';
import { messageStatuses, type MessageStatus } from './status';

interface MessageFiltersProps {
  readonly search: MessagesSearch;
  readonly onChange: (change: MessagesSearch) => void;
  readonly onClear: () => void;
}

export function MessageFilters({ search, onChange, onClear }: MessageFiltersProps) {
  const names = useNames();
  const contact = useQuery({ ...contactQuery(search.contactId ?? ''), enabled: search.contactId !== undefined }).data;
  return (
    <search>
      <SimpleGrid cols={{ base: 2, md: 3, lg: 5 }} spacing="sm" verticalSpacing="sm" mb="sm">
        <Select
          label="Status"
          placeholder="Any status"
          clearable
          clearButtonProps={{ 'aria-label': 'Clear Status' }}
          data={messageStatuses.map((value) => ({ value, label: value.slice(0, 1).toUpperCase() + value.slice(1) }))}
          value={search.status ?? null}
          onChange={(value) => onChange({ status: (value ?? undefined) as MessageStatus | undefined })}
        />
        <ByName label="Automation" placeholder="Any automation" names={names.automations} value={search.automationId} onChange={(automationId) => onChange({ automationId })} />
        <ByName label="Template" placeholder="Any template" names={names.templates} value={search.templateId} onChange={(templateId) => onChange({ templateId })} />
        <TextInput type="date" label="From" value={search.from ?? ''} onChange={(event) => onChange({ from: event.currentTarget.value || undefined })} />
        <TextInput type="date" label="To" value={search.to ?? ''} onChange={(event) => onChange({ to: event.currentTarget.value || undefined })} />
      </SimpleGrid>
      {isFiltered(search) && (
        <Group mb="sm" gap="sm">
          {search.contactId !== undefined && (
            <Button variant="default" size="compact-sm" rightSection={<IconX size={14} />} onClick={() => onChange({ contactId: undefined })} aria-label="Messages of all contacts">
              To {contact?.email ?? 'one contact'}
            </Button>
          )}
          <Button variant="subtle" color="gray" size="compact-sm" c="var(--mantine-color-text)" leftSection={<IconX size={14} />} onClick={onClear}>
            Clear all filters
          </Button>
        </Group>
      )}
    </search>
  );
}

interface ByNameProps {
  readonly label: string;
  readonly placeholder: string;
  readonly names: ReadonlyMap<string, string>;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function ByName({ label, placeholder, names, value, onChange }: ByNameProps) {
  const known = value === undefined || names.has(value) ? names : new Map([...names, [value, `One ${label.toLowerCase()}`]]);
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      data={[...known].map(([id, name]) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      nothingFoundMessage="No match among the newest."
    />
  );
}
