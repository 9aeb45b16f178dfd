import { Table } from '@mantine/core';
import { typeLabel } from '../steps/typeLabel';
import type { SimulationResult } from './useSimulation';
import classes from './SimulationView.module.css';

/** What the first contacts would have done at each step. */
export function SimulatedSteps({ steps }: Pick<SimulationResult, 'steps'>) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Steps">
      <Table className={classes.table} verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Step</Table.Th>
            <Table.Th className={classes.number}>Passed</Table.Th>
            <Table.Th className={classes.number}>Failed</Table.Th>
            <Table.Th className={classes.number}>Wait for an event</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map(({ stepId, name, type, passed, failed, waiting, byPath }) => (
            <Table.Tr key={stepId}>
              <Table.Td>
                {name ?? typeLabel(type)}
                {Object.entries(byPath).map(([path, count]) => (
                  <div key={path} className={classes.path}>
                    {path}: {count.toLocaleString()}
                  </div>
                ))}
              </Table.Td>
              <Table.Td className={classes.number}>{passed.toLocaleString()}</Table.Td>
              <Table.Td className={classes.number}>{failed.toLocaleString()}</Table.Td>
              <Table.Td className={classes.number}>{waiting.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
