import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { shownWorkspace } from '../access/standing';
import { download } from '../common/download';
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
        <Menu.Item onClick={() => void download(address('csv'))}>
          CSV, for spreadsheets
        </Menu.Item>
        <Menu.Item onClick={() => void download(address('ndjson'))}>
          NDJSON, one event a line
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
