import '@mantine/dropzone/styles.css';
import { Alert, Anchor, Button, Group, List, Modal, NativeSelect, Progress, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileTypeCsv, IconFileX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shownWorkspace } from '../access/standing';
import type { ContactImport, CustomField } from '../api/types';
import { ProblemAlert } from '../common/ProblemAlert';
import { customFieldsQuery } from '../customFields/queries';
import { isNdjson, type Mapping } from './importFile';
import { guessMapping, previewCsv, type ImportPreview } from './importPreview';
import { ownProperties, propertyTitles } from './properties';
import { importQuery, useStartImport } from './queries';
import classes from './ImportContacts.module.css';

interface Chosen {
  readonly file: File;
  /** Null for lines of JSON, whose keys are taken by their names. */
  readonly preview: ImportPreview | null;
  readonly mapping: Mapping;
}

const previewBytes = 64 * 1024;
const mostBytes = 100 * 1024 * 1024;

/** Brings a file of contacts in: its columns are matched, then it is sent, and its progress is shown. */
export default function ImportContacts({ onClose }: { readonly onClose: () => void }) {
  const fields = useQuery(customFieldsQuery).data?.items ?? [];
  const [chosen, setChosen] = useState<Chosen>();
  const [rejected, setRejected] = useState(false);
  const start = useStartImport();
  const choose = async (file: File) => {
    const preview = isNdjson(file.name) ? null : previewCsv(await file.slice(0, previewBytes).text());
    setRejected(false);
    setChosen({ file, preview, mapping: preview === null ? {} : guessMapping(preview.columns, fields) });
  };

  return (
    <Modal opened onClose={onClose} size="xl" title="Import contacts" closeButtonProps={{ 'aria-label': 'Close' }} closeOnClickOutside={!start.isPending}>
      {start.data ? (
        <Outcome importId={start.data.importId} onClose={onClose} />
      ) : chosen === undefined ? (
        <Stack>
          <Dropzone
            onDrop={([file]) => file !== undefined && void choose(file)}
            onReject={() => setRejected(true)}
            multiple={false}
            maxSize={mostBytes}
            accept={{ 'text/csv': ['.csv', '.tsv', '.txt'], 'application/x-ndjson': ['.ndjson', '.jsonl'] }}
            inputProps={{ 'aria-label': 'File of contacts' }}
            className={classes.drop}
          >
            <Stack align="center" gap="xs" ta="center">
              <IconFileTypeCsv size={40} stroke={1.4} aria-hidden />
              <Text fw={600}>Drop a file here, or click to choose one</Text>
              <Text size="sm" c="dimmed">
                CSV with a header line, or NDJSON. Up to 100 MB and a million lines.
              </Text>
            </Stack>
          </Dropzone>
          {rejected && (
            <Alert color="red" variant="light" icon={<IconFileX size={18} />} title="This file can’t be imported" role="alert">
              <Text size="sm">Choose one CSV or NDJSON file of at most 100 MB.</Text>
            </Alert>
          )}
          <List size="sm" c="dimmed" spacing={2}>
            <List.Item>A known email updates its contact, and a new one creates a contact. Empty cells change nothing.</List.Item>
            <List.Item>An import enrolls nobody. Only events do.</List.Item>
          </List>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            start.mutate({ file: chosen.file, mapping: chosen.preview === null ? undefined : chosen.mapping });
          }}
        >
          <Stack>
            {start.error && <ProblemAlert title="We couldn’t import the file" error={start.error} />}
            <Text size="sm">
              <b>{chosen.file.name}</b> ({size(chosen.file.size)})
            </Text>
            {chosen.preview === null ? (
              <Text size="sm">One JSON object on each line. Its keys become the properties of the same name; other keys are ignored.</Text>
            ) : (
              <Columns preview={chosen.preview} fields={fields} mapping={chosen.mapping} onChange={(mapping) => setChosen({ ...chosen, mapping })} />
            )}
            <Group justify="space-between">
              <Button variant="subtle" color="gray" c="var(--mantine-color-text)" onClick={() => setChosen(undefined)} disabled={start.isPending}>
                Choose another file
              </Button>
              <Group gap="xs">
                <Button variant="default" onClick={onClose} disabled={start.isPending}>
                  Cancel
                </Button>
                <Button type="submit" loading={start.isPending} disabled={chosen.preview !== null && !Object.values(chosen.mapping).includes('email')}>
                  Import
                </Button>
              </Group>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

interface ColumnsProps {
  readonly preview: ImportPreview;
  readonly fields: readonly CustomField[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** What each column becomes, beside what stands in it. */
function Columns({ preview: { columns, rows }, fields, mapping, onChange }: ColumnsProps) {
  const choose = (column: string, property: string) => {
    // A property comes from one column: the last that is chosen for it.
    const others = Object.entries(mapping).filter(([other, taken]) => other !== column && taken !== property);
    onChange(Object.fromEntries(property === '' ? others : [...others, [column, property]]));
  };
  return (
    <>
      <ScrollArea.Autosize mah={360} type="auto" tabIndex={0} role="region" aria-label="Columns of the file" className={classes.frame}>
        <Table verticalSpacing={6} horizontalSpacing="sm" layout="fixed" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th w="50%">Becomes</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map((column, at) => (
              <Table.Tr key={`${at} ${column}`}>
                <Table.Td>
                  <div className={classes.column}>{column}</div>
                  <Text size="sm" c="dimmed" truncate>
                    {rows.map((row) => row[at]).filter(Boolean).slice(0, 3).join(' · ') || '–'}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="xs"
                    aria-label={`${column} becomes`}
                    value={mapping[column] ?? ''}
                    onChange={(event) => choose(column, event.currentTarget.value)}
                    data={[
                      { value: '', label: 'Ignore' },
                      ...ownProperties.map((name) => ({ value: name as string, label: propertyTitles[name] })),
                      ...fields.map(({ name }) => ({ value: name, label: name })),
                    ]}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {!Object.values(mapping).includes('email') && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          Choose which column is the email.
        </Text>
      )}
    </>
  );
}

function Outcome({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }) {
  const progress = useQuery(importQuery(importId));
  if (progress.isLoadingError) {
    return <ProblemAlert title="We couldn’t load the import" error={progress.error} onRetry={() => void progress.refetch()} />;
  }

  const found = progress.data;
  const done = found === undefined ? 0 : found.created + found.updated + found.refused;
  return (
    <Stack>
      <Progress
        value={found === undefined || found.lines === 0 ? 0 : (100 * done) / found.lines}
        size="lg"
        animated={found?.finishedAt === null}
        aria-label="Progress of the import"
      />
      <Text role="status">{found === undefined ? 'Starting…' : words(found)}</Text>
      {found !== undefined && found.refused + found.warned > 0 && <Problems found={found} />}
      <Group justify="flex-end">
        {found?.finishedAt === null && (
          <Text size="sm" c="dimmed" mr="auto">
            You can close this. The import continues.
          </Text>
        )}
        <Button variant={found?.finishedAt === null ? 'default' : 'filled'} onClick={onClose}>
          {found?.finishedAt === null ? 'Close' : 'Done'}
        </Button>
      </Group>
    </Stack>
  );
}

function Problems({ found }: { readonly found: ContactImport }) {
  const errors = found.errors ?? [];
  return (
    <>
      <ScrollArea.Autosize mah={220} type="auto" tabIndex={0} role="region" aria-label="Lines with problems">
        <Stack gap={4}>
          {errors.map(({ line, refused, message }) => (
            <Text key={line} size="sm">
              <b>Line {line.toLocaleString()}:</b> {refused ? 'not imported.' : 'imported without a value.'} {message}
            </Text>
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {found.finishedAt !== null && (
        <Anchor href={`/api/contacts/import/${found.id}/errors?workspace=${shownWorkspace() ?? ''}`} download size="sm">
          Download all lines with problems (CSV)
        </Anchor>
      )}
    </>
  );
}

function words({ status, lines, created, updated, refused, warned }: ContactImport): string {
  const parts = [`${count(created, 'contact')} created`, `${updated.toLocaleString()} updated`];
  if (refused > 0) {
    parts.push(`${count(refused, 'line')} not imported`);
  }

  if (warned > 0) {
    parts.push(`${count(warned, 'line')} without a value`);
  }

  switch (status) {
    case 'receiving':
      return 'The file is still arriving…';
    case 'running':
      return `${parts.join(', ')}, of ${count(lines, 'line')}…`;
    case 'completed':
      return `${parts.join(', ')}.`;
    case 'interrupted':
      return 'The upload was interrupted, so nothing was imported. Try again.';
  }
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString()} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
