import { Box, Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { customFieldsQuery } from '../customFields/queries';
import { columnTitles, ownColumns, type Column } from './columns';

interface ColumnsMenuProps {
  readonly value: readonly Column[];
  readonly onChange: (columns: Column[]) => void;
}

/** Chooses what the table of contacts shows. */
export function ColumnsMenu({ value, onChange }: ColumnsMenuProps) {
  const fields = useQuery(customFieldsQuery).data?.items ?? [];
  const choices: [Column, string][] = [...ownColumns.map((name): [Column, string] => [name, columnTitles[name]]), ...fields.map(({ name }): [Column, string] => [`field:${name}`, name])];
  const toggle = (column: Column) => onChange(choices.map(([one]) => one).filter((one) => (one === column ? !value.includes(one) : value.includes(one))));
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconColumns3 size={15} />}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Box mah={320} style={{ overflowY: 'auto' }}>
          {choices.map(([column, title]) => (
            <Menu.CheckboxItem key={column} checked={value.includes(column)} onChange={() => toggle(column)}>
              {title}
            </Menu.CheckboxItem>
          ))}
          {fields.length === 0 && (
            <Menu.Label maw={220}>
              Custom fields you declare show up here, too.
            </Menu.Label>
          )}
        </Box>
      </Menu.Dropdown>
    </Menu>
  );
}
