import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useActors } from '../members/useActors';
import { isFiltered, type AuditSearch } from './search';
import { actions, actionWords, targetTypes, targetWords } from './words';
import classes from './AuditFilters.module.css';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  /** What the entries on the screen say of who isn't listed any more. */
  readonly known: ReadonlyMap<string, string>;
  readonly onChange: (change: AuditSearch) => void;
  readonly onClear: () => void;
}

export function AuditFilters({ search, known, onChange, onClear }: AuditFiltersProps) {
  const actors = new Map([...known, ...useActors().actors]);
  if (search.actorId !== undefined && !actors.has(search.actorId)) {
    actors.set(search.actorId, 'Someone who left');
  }

  return (
    <search>
      <SimpleGrid cols={{ base: 2, md: 3, lg: 5 }} spacing="sm" verticalSpacing="sm" mb="sm" className={classes.filters}>
        <Choice label="Who" placeholder="Anyone" data={[...actors].map(([value, label]) => ({ value, label }))} value={search.actorId} onChange={(actorId) => onChange({ actorId })} />
        <Choice
          label="Action"
          placeholder="Any action"
          data={actions.map((value) => ({ value, label: actionWords[value] }))}
          value={search.action}
          onChange={(action) => onChange({ action: action as AuditSearch['action'] })}
        />
        <Choice
          label="What"
          placeholder="Anything"
          data={targetTypes.map((value) => ({ value, label: targetWords[value].slice(0, 1).toUpperCase() + targetWords[value].slice(1) }))}
          value={search.targetType}
          onChange={(targetType) => onChange({ targetType: targetType as AuditSearch['targetType'] })}
        />
        <TextInput type="date" label="From" value={search.from ?? ''} onChange={(event) => onChange({ from: event.currentTarget.value || undefined })} />
        <TextInput type="date" label="To" value={search.to ?? ''} onChange={(event) => onChange({ to: event.currentTarget.value || undefined })} />
      </SimpleGrid>
      {isFiltered(search) && (
        <Group mb="sm" gap="sm">
          {search.targetId !== undefined && (
            <Button variant="default" size="compact-sm" rightSection={<IconX size={14} />} onClick={() => onChange({ targetId: undefined })} aria-label="Entries of everything">
              Only one {search.targetType === undefined ? 'thing' : targetWords[search.targetType]}
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

interface ChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, placeholder, data, value, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      nothingFoundMessage="None."
    />
  );
}
