import { Button, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { ProblemAlert } from '../common/ProblemAlert';
import { canUsePasskeys, NoPasskeyUsed, useSignInByPasskey } from './passkeys';

interface PasskeyButtonProps {
  readonly onSignedIn: (session: Schemas['SessionResponse']) => void;
  /** While the browser asks for one: it can't ask twice at once. */
  readonly onChoosing?: (choosing: boolean) => void;
}

/** Signs in without a password. */
export function PasskeyButton({ onSignedIn, onChoosing }: PasskeyButtonProps) {
  const signIn = useSignInByPasskey(onSignedIn);
  if (!canUsePasskeys()) {
    return null;
  }

  const start = () => {
    onChoosing?.(true);
    signIn.mutate(undefined, { onSettled: () => onChoosing?.(false) });
  };
  return (
    <>
      <Button variant="default" leftSection={<IconFingerprint size={18} />} onClick={start} loading={signIn.isPending} fullWidth>
        Use a passkey
      </Button>
      {signIn.error instanceof NoPasskeyUsed && (
        <Text size="sm" c="dimmed" role="status">
          No passkey was used. If you don’t have one for Sendra yet, sign in another way and add one under Account.
        </Text>
      )}
      {signIn.error && !(signIn.error instanceof NoPasskeyUsed) && <ProblemAlert title="We couldn’t sign you in" error={signIn.error} />}
    </>
  );
}
