import { useLocalStorage } from '@mantine/hooks';
import { shownWorkspace } from '../access/standing';

/** Columns beside the contact's own; a custom field is named `field:` and its name. */
export const ownColumns = ['externalId', 'createdAt', 'lastEventAt'] as const;

export type Column = (typeof ownColumns)[number] | `field:${string}`;

export const columnTitles: Readonly<Record<(typeof ownColumns)[number], string>> = {
  externalId: 'External ID',
  createdAt: 'Created',
  lastEventAt: 'Last event',
};

/** The columns that somebody chose for this workspace, in this browser. */
export function useColumns() {
  return useLocalStorage<Column[]>({ key: `contacts.columns.${shownWorkspace() ?? ''}`, defaultValue: ['createdAt', 'lastEventAt'], getInitialValueInEffect: false });
}

export function titleOf(column: Column): string {
  return isField(column) ? column.slice('field:'.length) : columnTitles[column];
}

export function isField(column: Column): column is `field:${string}` {
  return column.startsWith('field:');
}
