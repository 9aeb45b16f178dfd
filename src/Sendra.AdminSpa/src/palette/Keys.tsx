import { Kbd, Modal, Table } from '@mantine/core';
import { mod } from '../common/mod';

type Key = readonly [combination: readonly string[], does: string];

const everywhere: readonly Key[] = [
  [[mod, 'K'], 'Search pages, automations, contacts and event names'],
  [['?'], 'Show keyboard shortcuts'],
  [['Esc'], 'Close what is open'],
];
const log: readonly Key[] = [
  [['j'], 'Next event'],
  [['k'], 'Previous event'],
];
const graph: readonly Key[] = [
  [['← ↑ ↓ →'], 'Walk from step to step'],
  [['Enter'], 'Edit the step'],
  [['A'], 'Add a step'],
  [['M'], 'Move the step'],
  [['Del'], 'Remove the selected steps'],
  [['Shift', 'click'], 'Select several steps'],
  [[mod, 'C'], 'Copy'],
  [[mod, 'V'], 'Paste'],
  [[mod, 'Z'], 'Undo'],
  [[mod, 'Shift', 'Z'], 'Redo'],
];

/** Which keys do what. */
export default function Keys({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Group title="Everywhere" keys={everywhere} />
      <Group title="In the log" keys={log} />
      <Group title="In an automation’s graph" keys={graph} />
    </Modal>
  );
}

function Group({ title, keys }: { readonly title: string; readonly keys: readonly Key[] }) {
  return (
    <Table withRowBorders={false} verticalSpacing={5} captionSide="top" mb="xs">
      <Table.Caption ta="start" fw={600} mt={0} mb={4} px="xs">
        {title}
      </Table.Caption>
      <Table.Tbody>
        {keys.map(([combination, does]) => (
          <Table.Tr key={does}>
            <Table.Td w={150}>
              {combination.map((one, at) => (
                <span key={one}>
                  {at > 0 && ' + '}
                  <Kbd>{one}</Kbd>
                </span>
              ))}
            </Table.Td>
            <Table.Td>{does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
