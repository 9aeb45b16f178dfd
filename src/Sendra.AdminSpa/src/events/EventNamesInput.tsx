import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { patternSuggestionsQuery, undeclaredQuery } from '../patterns/queries';

interface EventNamesInputProps {
  readonly label: string;
  readonly value: string[];
  readonly onChange: (names: string[]) => void;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

/** Event names as tags, completed from the declared and the received ones; any other name can be typed too. */
export function EventNamesInput({ label, value, onChange, description, placeholder, error, disabled = false }: EventNamesInputProps) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text, 200);
  const declared = useQuery(patternSuggestionsQuery(query)).data?.items.map((one) => one.name) ?? [];
  const undeclared = useQuery(undeclaredQuery).data?.items.map((one) => one.name) ?? [];
  const groups = [
    { group: 'Patterns', items: declared },
    { group: 'Received, undeclared', items: undeclared.filter((name) => !declared.includes(name)) },
  ].filter((group) => group.items.length > 0);

  return (
    <TagsInput
      label={label}
      description={description}
      placeholder={value.length === 0 ? placeholder : undefined}
      data={groups}
      value={value}
      onChange={(names) => onChange([...new Set(names.map((name) => name.trim()).filter(Boolean))])}
      searchValue={text}
      onSearchChange={setText}
      // Names may hold commas; Enter and leaving the field end one.
      splitChars={[]}
      isDuplicate={(name, tags) => tags.includes(name)}
      acceptValueOnBlur
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      maxDropdownHeight={280}
      error={error}
      disabled={disabled}
    />
  );
}
