import { Group, Kbd, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { patternSuggestionsQuery, undeclaredQuery } from '../patterns/queries';
import { completion } from './completion';

interface EventNamesInputProps {
  readonly label: string;
  readonly value: string[];
  readonly onChange: (names: string[]) => void;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  /** Whether Enter takes the first suggestion. Where a name may be new, it takes what was typed. */
  readonly completes?: boolean;
}

/** Event names as tags, completed from the declared and the received ones; any other name can be typed too. */
export function EventNamesInput({ label, value, onChange, description, placeholder, error, disabled = false, completes = false }: EventNamesInputProps) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text, 200);
  const declared = useQuery(patternSuggestionsQuery(query)).data?.items.map((one) => one.name) ?? [];
  const undeclared = useQuery(undeclaredQuery).data?.items.map((one) => one.name) ?? [];
  const groups = [
    { group: 'Patterns', items: declared },
    { group: 'Received, undeclared', items: undeclared.filter((name) => !declared.includes(name)) },
  ].filter((group) => group.items.length > 0);
  const add = (names: string[]) => onChange([...new Set(names.map((name) => name.trim()).filter(Boolean))]);
  const taken = completes ? completion(text, groups.flatMap(({ items }) => items).filter((name) => !value.includes(name))) : undefined;
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    const picksAnother = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key === 'Enter' && taken !== undefined && !picksAnother && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add([...value, taken]);
      setText('');
    }
  };

  return (
    <TagsInput
      label={label}
      description={description}
      placeholder={value.length === 0 ? placeholder : undefined}
      data={groups}
      value={value}
      onChange={add}
      onKeyDown={take}
      renderOption={({ option: { value: name } }) => (
        <Group justify="space-between" wrap="nowrap" gap="sm" w="100%">
          <span style={{ overflowWrap: 'anywhere' }}>{name}</span>
          {name === taken && <Kbd size="xs">Enter</Kbd>}
        </Group>
      )}
      searchValue={text}
      onSearchChange={setText}
      // Names may hold commas; Enter and leaving the field end one.
      splitChars={[]}
      isDuplicate={(name, tags) => tags.includes(name)}
      acceptValueOnBlur
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      error={error}
      disabled={disabled}
    />
  );
}
