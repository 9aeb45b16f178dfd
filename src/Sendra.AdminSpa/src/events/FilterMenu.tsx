import { ActionIcon, Button, Divider, Group, Popover, Text, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSavedFilters } from './savedFilters';
import { isFiltered, type LogSearch } from './search';

interface FilterMenuProps {
  readonly search: LogSearch;
  readonly onOpen: (search: LogSearch) => void;
}

/** Saves the log's filters under a name, and opens them again. */
export function FilterMenu({ search, onOpen }: FilterMenuProps) {
  const { saved, save, forget } = useSavedFilters();
  const [name, setName] = useState('');
  const [opened, setOpened] = useState(false);
  if (!isFiltered(search) && saved.length === 0) {
    return null;
  }

  return (
    <Popover position="bottom-end" shadow="md" width={260} opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconBookmark size={15} />} onClick={() => setOpened(!opened)}>
          Saved filters
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label="Saved filters">
        {saved.map((one) => (
          <Group key={one.name} gap={0} wrap="nowrap">
            <Button
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              fw={400}
              px="sm"
              justify="flex-start"
              title={one.name}
              onClick={() => {
                setOpened(false);
                onOpen(one.search);
              }}
              style={{ flex: 1, minWidth: 0 }}
            >
              {one.name}
            </Button>
            <ActionIcon variant="subtle" color="gray" aria-label={`Delete ${one.name}`} onClick={() => forget(one.name)}>
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
        {isFiltered(search) && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') {
                save(name.trim(), search);
                setName('');
                setOpened(false);
              }
            }}
          >
            {saved.length > 0 && <Divider my={4} />}
            <Text size="xs" c="dimmed" px="sm" pt={4}>
              Save these filters in this browser
            </Text>
            <Group gap={6} wrap="nowrap" p={6}>
              <TextInput size="xs" aria-label="Name of the filter" placeholder="Name" maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} style={{ flex: 1 }} />
              <Button type="submit" size="xs" disabled={name.trim() === ''}>
                Save
              </Button>
            </Group>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
