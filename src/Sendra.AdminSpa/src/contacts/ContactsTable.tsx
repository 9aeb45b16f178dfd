import { Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Contact } from '../api/types';
import { isNumber, numberText, parseExact, type Json, type JsonObject } from '../common/exactJson';
import { Time } from '../common/Time';
import { displayName } from './displayName';
import { isField, titleOf, type Column } from './columns';
import classes from './ContactsTable.module.css';

interface ContactsTableProps {
  readonly items: readonly Contact[];
  readonly columns: readonly Column[];
}

export function ContactsTable({ items, columns }: ContactsTableProps) {
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label="Contacts">
      <Table className={classes.table} verticalSpacing={9} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Contact</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column}>{titleOf(column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((contact) => (
            <Row key={contact.id} contact={contact} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ contact, columns }: { readonly contact: Contact; readonly columns: readonly Column[] }) {
  const name = displayName(contact);
  const values = columns.some(isField) ? (parseExact(contact.customFields ?? '{}') as JsonObject) : {};
  return (
    <Table.Tr className={classes.row}>
      <Table.Td className={classes.cell}>
        <div className={classes.contact}>
          <span className={classes.initial} aria-hidden>
            {(name ?? contact.email).slice(0, 1).toUpperCase()}
          </span>
          <div className={classes.who}>
            <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className={classes.open}>
              {name ?? contact.email}
            </Link>
            {name !== undefined && (
              <Text size="sm" c="dimmed" truncate title={contact.email}>
                {contact.email}
              </Text>
            )}
          </div>
          {contact.suppression !== null && (
            <Badge size="sm" variant="light" color="orange" className={classes.suppressed}>
              {contact.suppression.scope === 'all' ? 'no email' : 'no marketing'}
            </Badge>
          )}
        </div>
      </Table.Td>
      {columns.map((column) => (
        <Table.Td key={column} className={classes.value}>
          <Value contact={contact} column={column} values={values} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Value({ contact, column, values }: { readonly contact: Contact; readonly column: Column; readonly values: JsonObject }) {
  if (column === 'createdAt') {
    return <Time iso={contact.createdAt} as="ago" />;
  }

  if (column === 'lastEventAt') {
    return contact.lastEventAt === null ? <None /> : <Time iso={contact.lastEventAt} as="ago" />;
  }

  const text = column === 'externalId' ? (contact.externalId ?? '') : textOf(values[column.slice('field:'.length)]);
  return text === '' ? <None /> : <span title={text}>{text}</span>;
}

function None() {
  return (
    <span aria-label="not set" className={classes.none}>
      –
    </span>
  );
}

function textOf(value: Json | undefined): string {
  return value === undefined || value === null ? '' : isNumber(value) ? numberText(value) : String(value);
}
