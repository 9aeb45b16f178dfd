import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRevokeApiKey } from '../apiKeys/queries';
import type { ApiKey } from '../api/types';
import { openDialog } from '../common/dialogs';
import { notifyDone, notifyProblem } from '../common/notify';

/** After a person was removed: the keys that they made and may still know. */
export function showKeysLeft(email: string, apiKeys: readonly ApiKey[]) {
  openDialog({
    title: 'Keys that still work',
    closeButtonProps: { 'aria-label': 'Close' },
    children: (close) => <KeysLeft email={email} apiKeys={apiKeys} onDone={close} />,
  });
}

interface KeysLeftProps {
  readonly email: string;
  readonly apiKeys: readonly ApiKey[];
  readonly onDone: () => void;
}

function KeysLeft({ email, apiKeys, onDone }: KeysLeftProps) {
  const [revoked, setRevoked] = useState<readonly string[]>([]);
  const left = apiKeys.filter((key) => !revoked.includes(key.id));
  return (
    <Stack>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {left.length > 0 ? `${email} created these API keys, and may still know them. Revoke the ones that nothing else uses.` : 'All of them are revoked.'}
      </Text>
      {left.map((key) => (
        <Row key={key.id} apiKey={key} onRevoked={() => setRevoked((before) => [...before, key.id])} />
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}

function Row({ apiKey: { id, name, prefix }, onRevoked }: { readonly apiKey: ApiKey; readonly onRevoked: () => void }) {
  const revoke = useRevokeApiKey();
  const run = () =>
    revoke.mutate(id, {
      onSuccess: () => {
        notifyDone(`${name} is revoked.`);
        onRevoked();
      },
      onError: (failure) => notifyProblem(`We couldn’t revoke ${name}`, failure),
    });
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {name} <Code>{prefix}…</Code>
      </Text>
      <Button color="red.8" size="compact-sm" loading={revoke.isPending} onClick={run} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
    </Group>
  );
}
