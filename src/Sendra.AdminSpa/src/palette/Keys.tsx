import { Kbd, Modal, Table } from '@mantine/core';

const keys: readonly [readonly string[], string][] = [
  [['Ctrl', 'K'], 'Search pages, automations, contacts and event names (⌘ K on a Mac)'],
  [['?'], 'Show keyboard shortcuts'],
  [['j'], 'Next event, in the log'],
  [['k'], 'Previous event, in the log'],
  [['Esc'], 'Close what is open'],
];

/** Which keys do what. */
export default function Keys({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Table withRowBorders={false} verticalSpacing={6}>
        <Table.Tbody>
          {keys.map(([combination, does]) => (
            <Table.Tr key={does}>
              <Table.Td w={110}>
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
    </Modal>
  );
}
