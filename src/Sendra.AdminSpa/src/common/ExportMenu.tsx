import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { shownWorkspace } from '../access/standing';
import { download } from './download';
import { stringifySearch } from './search';

interface ExportMenuProps {
  readonly path: '/api/contacts/export' | '/api/events/export';
  /** What the list is filtered by, read when something is chosen. */
  readonly filter: () => Record<string, unknown>;
  readonly unit: string;
}

/** Downloads all that the filters let through, not only what is on the screen. */
export function ExportMenu({ path, filter, unit }: ExportMenuProps) {
  const fetchAs = (format: string) => void download(`${path}${stringifySearch({ format, ...filter(), workspace: shownWorkspace() })}`);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconDownload size={15} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => fetchAs('csv')}>CSV, for spreadsheets</Menu.Item>
        <Menu.Item onClick={() => fetchAs('ndjson')}>NDJSON, one {unit} a line</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
