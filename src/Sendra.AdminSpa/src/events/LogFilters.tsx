import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconMail, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { fromLocalInput, toLocalInput } from '../common/time';
import { useSearchText } from '../common/useSearchText';
import { EventNamesInput } from './EventNamesInput';
import { OriginFilter } from './OriginFilter';
import { isFiltered, ranges, type LogSearch, type Range } from './search';

interface LogFiltersProps {
  readonly search: LogSearch;
  readonly onChange: (filter: LogSearch) => void;
  readonly onClear: () => void;
}

const flag = (value: string | null) => (value === null ? undefined : value === 'true');
const shown = (value: boolean | undefined) => (value === undefined ? null : String(value));

export function LogFilters({ search, onChange, onClear }: LogFiltersProps) {
  const [custom, setCustom] = useState(search.from !== undefined || search.to !== undefined);
  const isCustom = search.range === undefined && (custom || search.from !== undefined || search.to !== undefined);
  const pickTime = (value: string | null) => {
    setCustom(value === 'custom');
    onChange({ range: value === null || value === 'custom' ? undefined : (value as Range), from: undefined, to: undefined });
  };

  return (
    <search>
      <SimpleGrid cols={{ base: 2, md: 3, lg: 6 }} spacing="sm" verticalSpacing="sm" mb="sm">
        <EventNamesInput completes label="Event name" placeholder="Any name" value={search.name ?? []} onChange={(name) => onChange({ name: name.length > 0 ? name : undefined })} />
        <EmailFilter value={search.email} onChange={(email) => onChange({ email })} />
        <Select
          label="Received"
          placeholder="Any time"
          clearable
          clearButtonProps={{ 'aria-label': 'Clear Received' }}
          data={[...Object.entries(ranges).map(([value, label]) => ({ value, label })), { value: 'custom', label: 'Custom range' }]}
          value={isCustom ? 'custom' : (search.range ?? null)}
          onChange={pickTime}
        />
        <Select
          label="Pattern"
          placeholder="Declared or not"
          clearable
          clearButtonProps={{ 'aria-label': 'Clear Pattern' }}
          data={[
            { value: 'true', label: 'Declared' },
            { value: 'false', label: 'Undeclared' },
          ]}
          value={shown(search.declared)}
          onChange={(value) => onChange({ declared: flag(value) })}
        />
        <Select
          label="Effect"
          placeholder="Any effect"
          clearable
          clearButtonProps={{ 'aria-label': 'Clear Effect' }}
          data={[
            { value: 'true', label: 'Some effect' },
            { value: 'false', label: 'No effect' },
          ]}
          value={shown(search.effect)}
          onChange={(value) => onChange({ effect: flag(value) })}
        />
        <OriginFilter search={search} onChange={onChange} />
      </SimpleGrid>
      {(isCustom || isFiltered(search)) && (
        <Group mb="sm" align="flex-end" gap="sm">
          {isCustom && (
            <>
              <TextInput
                type="datetime-local"
                label="From"
                value={toLocalInput(search.from)}
                onChange={(event) => onChange({ from: fromLocalInput(event.currentTarget.value) })}
              />
              <TextInput
                type="datetime-local"
                label="To"
                value={toLocalInput(search.to)}
                onChange={(event) => onChange({ to: fromLocalInput(event.currentTarget.value) })}
              />
            </>
          )}
          {isFiltered(search) && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              c="var(--mantine-color-text)"
              leftSection={<IconX size={14} />}
              onClick={() => {
                setCustom(false);
                onClear();
              }}
            >
              Clear all filters
            </Button>
          )}
        </Group>
      )}
    </search>
  );
}

function EmailFilter({ value, onChange }: { readonly value: string | undefined; readonly onChange: (email: string | undefined) => void }) {
  return <TextInput label="Contact email" placeholder="Starts with…" type="search" leftSection={<IconMail size={16} />} {...useSearchText(value, onChange)} />;
}
