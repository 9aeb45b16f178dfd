import { Button, FileButton, Group, Modal, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Suppression } from '../api/types';
import { ProblemAlert } from '../common/ProblemAlert';
import { type ImportOutcome, useImportSuppressions } from './queries';
import { ScopeChoice } from './ScopeChoice';

/** Suppresses the addresses of a pasted list or of a CSV file. */
export function ImportSuppressions({ onClose }: { readonly onClose: () => void }) {
  const bring = useImportSuppressions();
  const [csv, setCsv] = useState('');
  const [scope, setScope] = useState<Suppression['scope']>('all');
  const read = (file: File | null) => void file?.text().then(setCsv);
  return (
    <Modal opened onClose={onClose} size="lg" title="Import suppressions" closeButtonProps={{ 'aria-label': 'Close' }} closeOnClickOutside={!bring.isPending}>
      {bring.data ? (
        <Outcome outcome={bring.data} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            bring.mutate({ csv, scope });
          }}
        >
          <Stack>
            {bring.error && <ProblemAlert title="Only part of the list was imported. Try again to continue" error={bring.error} />}
            <Textarea
              label="Addresses"
              description="One per line, or the text of a CSV file with a column “email” and, if you like, a column “scope” (marketing or all)."
              placeholder={'ada@example.com\nbob@example.com'}
              rows={8}
              spellCheck={false}
              autoComplete="off"
              data-autofocus
              value={csv}
              onChange={(event) => setCsv(event.currentTarget.value)}
            />
            <Group>
              <FileButton onChange={read} accept=".csv,.txt,text/csv,text/plain">
                {(props) => (
                  <Button variant="default" size="xs" leftSection={<IconFileUpload size={15} />} {...props}>
                    Choose a file…
                  </Button>
                )}
              </FileButton>
            </Group>
            <ScopeChoice label="Stop, unless the list says otherwise" value={scope} onChange={setScope} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={bring.isPending} disabled={csv.trim() === ''}>
                Import
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Outcome({ outcome: { added, unchanged, rejected, errors }, onClose }: { readonly outcome: ImportOutcome; readonly onClose: () => void }) {
  return (
    <Stack>
      <Text role="status">
        {count(added, 'address is', 'addresses are')} newly suppressed.
        {unchanged > 0 && ` ${count(unchanged, 'was', 'were')} suppressed already.`}
        {rejected > 0 && ` ${count(rejected, 'line was', 'lines were')} not imported:`}
      </Text>
      {errors.length > 0 && (
        <ScrollArea.Autosize mah={280} type="auto" tabIndex={0} role="region" aria-label="Lines that were not imported">
          <Stack gap={4}>
            {errors.map(({ line, message }, at) => (
              <Text key={at} size="sm">
                <b>Line {line.toLocaleString()}:</b> {message}
              </Text>
            ))}
            {rejected > errors.length && (
              <Text size="sm" c="dimmed">
                … and {(rejected - errors.length).toLocaleString()} more.
              </Text>
            )}
          </Stack>
        </ScrollArea.Autosize>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}
