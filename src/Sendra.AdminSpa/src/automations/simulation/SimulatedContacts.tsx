import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { LinkTo } from '../../common/LinkTo';
import { Time } from '../../common/Time';
import type { SimulationResult } from './useSimulation';
import classes from './SimulationView.module.css';

const step = 25;

export function SimulatedContacts({ contacts }: Pick<SimulationResult, 'contacts'>) {
  const [shown, setShown] = useState(step);
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Contacts">
        <Table className={classes.table} verticalSpacing={7}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Contact</Table.Th>
              <Table.Th>First</Table.Th>
              <Table.Th className={classes.number}>Enrolled</Table.Th>
              <Table.Th className={classes.number}>Exited</Table.Th>
              <Table.Th className={classes.number}>Not enrolled</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {contacts.slice(0, shown).map((one) => (
              <Table.Tr key={one.contactId}>
                <Table.Td>
                  {/* In a tab of its own: the form behind may not be saved yet. */}
                  <LinkTo to="/contacts/$contactId" params={{ contactId: one.contactId }} size="sm" target="_blank">
                    {one.email}
                  </LinkTo>
                </Table.Td>
                <Table.Td>
                  <Time iso={one.firstAt} as="ago" />
                </Table.Td>
                <Table.Td className={classes.number}>{one.enrolled.toLocaleString()}</Table.Td>
                <Table.Td className={classes.number}>{one.exited.toLocaleString()}</Table.Td>
                <Table.Td className={classes.number}>{one.notEnrolled.toLocaleString()}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {shown < contacts.length && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + 4 * step)}>
          Show more
        </Button>
      )}
    </>
  );
}
