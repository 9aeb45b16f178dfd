import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { shownWorkspace } from '../access/standing';
import { download } from '../common/download';
import { stringifySearch } from '../common/search';
import type { AuditSearch } from './search';

export function AuditExport({ search }: { readonly search: AuditSearch }) {
  const address = (format: string) => `/api/audit-log/export${stringifySearch({ format, ...search, workspace: shownWorkspace() })}`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void download(address('csv'))}>
          CSV, for spreadsheets
        </Menu.Item>
        <Menu.Item onClick={() => void download(address('ndjson'))}>
          NDJSON, one entry per line
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
