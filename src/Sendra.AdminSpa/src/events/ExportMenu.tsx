import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { shownWorkspace } from '../access/standing';
import { stringifySearch } from '../common/search';
import { toFilter, type LogSearch } from './search';

/** Downloads all events that the filters let through, not only those on the screen. */
export function ExportMenu({ search }: { readonly search: LogSearch }) {
  const address = (format: string) => `/api/events/export${stringifySearch({ format, ...toFilter(search, Date.now()), workspace: shownWorkspace() })}`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconDownload size={15} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('csv')} download>
          CSV, for spreadsheets
        </Menu.Item>
        <Menu.Item component="a" href={address('ndjson')} download>
          NDJSON, one event a line
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
