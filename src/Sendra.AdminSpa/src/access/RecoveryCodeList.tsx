import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import classes from './RecoveryCodeList.module.css';
import { useMe } from './session';

interface RecoveryCodeListProps {
  readonly codes: readonly string[];
  readonly onStored: () => void;
}

/** Recovery codes, shown this once. */
export function RecoveryCodeList({ codes, onStored }: RecoveryCodeListProps) {
  const { user } = useMe();
  const text = `Recovery codes for Sendra, ${window.location.host}, ${user.email}. Each works once.\n\n${codes.join('\n')}\n`;
  return (
    <Stack>
      <Text size="sm">If you lose your phone, type one of these instead of a code. Each works once. Keep them somewhere other than your phone: they are shown only once.</Text>
      <ul className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group justify="space-between">
        <Group gap="xs">
          <CopyButton value={text} timeout={1500}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
          <Button component="a" variant="default" leftSection={<IconDownload size={16} />} download="sendra-recovery-codes.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
            Download
          </Button>
        </Group>
        <Button onClick={onStored}>I’ve saved them</Button>
      </Group>
    </Stack>
  );
}
