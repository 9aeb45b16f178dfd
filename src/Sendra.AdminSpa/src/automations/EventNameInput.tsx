import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTagPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { notifyDone, notifyProblem } from '../common/notify';
import { Time } from '../common/Time';
import { patternNameProblem } from '../patterns/patternName';
import { patternSuggestionsQuery, undeclaredQuery, useDeclarePattern } from '../patterns/queries';

const createOption = '\u0000create';

interface EventNameInputProps {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

/** An event's name: completes declared and received ones, and declares a new one without leaving the form. */
export function EventNameInput({ label = 'Event name', value, onChange, error, disabled = false }: EventNameInputProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const name = value.trim();
  const [query] = useDebouncedValue(name, 200);
  const suggestions = useQuery(patternSuggestionsQuery(query));
  const patterns = suggestions.data?.items ?? [];
  const undeclared = (useQuery(undeclaredQuery).data?.items ?? []).filter((one) => one.name.toLowerCase().includes(name.toLowerCase()));
  const declare = useDeclarePattern();
  const isDeclared = patterns.some((one) => one.name === name);
  const known = suggestions.isSuccess && query === name;
  const canCreate = known && !isDeclared && patternNameProblem(name) === undefined;

  const create = () =>
    declare.mutate(
      { name },
      {
        onSuccess: () => notifyDone(`Pattern ${name} is declared.`),
        onError: (failure) => notifyProblem(`We couldn’t declare the pattern ${name}`, failure),
      },
    );

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        if (option === createOption) {
          create();
        } else {
          onChange(option);
        }

        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={label}
          description="Matches exactly, including capitals."
          placeholder="signUp"
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          value={value}
          error={error}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            onChange(name);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={patterns.length === 0 && undeclared.length === 0 && !canCreate}>
        <Combobox.Options aria-label="Event names">
          {canCreate && (
            <Combobox.Option value={createOption}>
              <Group gap={8} wrap="nowrap">
                <IconTagPlus size={16} />
                <span style={{ overflowWrap: 'anywhere' }}>
                  Create the pattern <b>{name}</b>
                </span>
              </Group>
            </Combobox.Option>
          )}
          {patterns.length > 0 && (
            <Combobox.Group label="Patterns">
              {patterns.map((one) => (
                <Combobox.Option key={one.id} value={one.name}>
                  <Suggestion name={one.name} count={one.receivedCount} last={one.lastReceivedAt} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {undeclared.length > 0 && (
            <Combobox.Group label="Received, undeclared">
              {undeclared.map((one) => (
                <Combobox.Option key={one.name} value={one.name}>
                  <Suggestion name={one.name} count={one.receivedCount} last={one.lastReceivedAt} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Suggestion({ name, count, last }: { readonly name: string; readonly count: number; readonly last: string | null }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" truncate title={name}>
        {name}
      </Text>
      <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
        {last === null ? (
          'never received'
        ) : (
          <>
            {count.toLocaleString()} · <Time iso={last} as="ago" />
          </>
        )}
      </Text>
    </Group>
  );
}
