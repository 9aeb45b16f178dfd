import { Badge, Button, Group, Modal, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { AuthenticatorDialog } from './AuthenticatorDialog';
import { RecoveryCodeList } from './RecoveryCodeList';
import { secondFactorQuery, useRenewRecoveryCodes, useTurnOffSecondFactor } from './secondFactor';

/** The second step of signing in: on or off, and its recovery codes. */
export function SecondFactorSection() {
  const state = useQuery(secondFactorQuery);
  const [settingUp, setSettingUp] = useState(false);
  const off = useTurnOffSecondFactor();
  const renew = useRenewRecoveryCodes();
  const askOff = () =>
    confirm({
      title: 'Turn off two-step sign-in?',
      text: 'Your password alone will sign you in. Your recovery codes stop working, and you are signed out everywhere else.',
      yes: 'Turn off',
      danger: true,
      onYes: () => off.mutate(undefined, { onSuccess: () => notifyDone('Two-step sign-in is off.'), onError: (failure) => notifyProblem('We couldn’t turn off two-step sign-in', failure) }),
    });
  const askRenew = () =>
    confirm({
      title: 'Create new recovery codes?',
      text: 'The old ones stop working.',
      yes: 'Create new codes',
      onYes: () => renew.mutate(undefined, { onError: (failure) => notifyProblem('We couldn’t create new codes', failure) }),
    });

  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="second-factor">
      <Stack>
        <div>
          <Group gap="xs">
            <Title order={2} size="h5" id="second-factor">
              Two-step sign-in
            </Title>
            {state.data?.isOn && <Badge color="teal">On</Badge>}
          </Group>
          <Text size="sm" c="dimmed" mt={4} component="div">
            {state.data?.isOn ? (
              <>
                On since <Time iso={state.data.since!} as="ago" />. {state.data.recoveryCodesLeft} of 10 recovery codes are unused.
              </>
            ) : (
              'Signing in also takes a code from an authenticator app on your phone, so a stolen password alone lets nobody in.'
            )}
          </Text>
        </div>
        {state.isError && <ProblemAlert title="We couldn’t load this" error={state.error} onRetry={() => void state.refetch()} />}
        {state.isPending && <Skeleton h={36} role="status" aria-label="Loading two-step sign-in" />}
        {state.data?.isOn === false && (
          <Group>
            <Button variant="default" onClick={() => setSettingUp(true)}>
              Turn on…
            </Button>
          </Group>
        )}
        {state.data?.isOn && (
          <Group>
            <Button variant="default" onClick={askRenew} loading={renew.isPending}>
              New recovery codes…
            </Button>
            <Button variant="default" onClick={() => setSettingUp(true)}>
              Use another app…
            </Button>
            <Button variant="default" onClick={askOff} loading={off.isPending}>
              Turn off…
            </Button>
          </Group>
        )}
      </Stack>
      {settingUp && <AuthenticatorDialog onClose={() => setSettingUp(false)} />}
      <Modal opened={renew.data !== undefined} onClose={renew.reset} closeOnClickOutside={false} closeOnEscape={false} title="Your new recovery codes" closeButtonProps={{ 'aria-label': 'Close' }}>
        {renew.data && <RecoveryCodeList codes={renew.data.codes} onStored={renew.reset} />}
      </Modal>
    </Paper>
  );
}
