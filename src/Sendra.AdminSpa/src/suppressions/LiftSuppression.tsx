import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Suppression } from '../api/types';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useLiftSuppression } from './queries';

interface LiftSuppressionProps {
  readonly email: string;
  readonly suppression: Pick<Suppression, 'origin' | 'unsubscribedAt'>;
  readonly onClose: () => void;
}

/** Asks before mail may reach an address again; what the person asked for stays, unless somebody decides otherwise. */
export function LiftSuppression({ email, suppression: { origin, unsubscribedAt }, onClose }: LiftSuppressionProps) {
  const lift = useLiftSuppression();
  const hasBoth = unsubscribedAt !== null && origin !== 'unsubscribe';
  const [keep, setKeep] = useState(hasBoth);
  const run = () =>
    lift.mutate(
      { email, keepUnsubscribed: keep },
      {
        onSuccess: () => {
          notifyDone(keep ? `${email} gets transactional email again.` : `${email} gets email again.`);
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={`Remove the suppression of ${email}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {lift.error && <ProblemAlert title="We couldn’t remove the suppression" error={lift.error} />}
        <Text size="sm">{warningOf(origin)}</Text>
        {hasBoth && (
          <Radio.Group label="This person also unsubscribed" value={keep ? 'keep' : 'all'} onChange={(chosen) => setKeep(chosen === 'keep')}>
            <Stack gap="xs" mt={6}>
              <Radio value="keep" label="Keep them unsubscribed" description="They get transactional email, but no marketing." />
              <Radio value="all" label="Let them get all email again" description="Only if they asked to be subscribed again." />
            </Stack>
          </Radio.Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color={keep ? undefined : 'red.8'} onClick={run} loading={lift.isPending}>
            Remove
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function warningOf(origin: Suppression['origin']): string {
  switch (origin) {
    case 'unsubscribe':
      return 'This person unsubscribed. Remove this only if they asked you to: in many countries, marketing email without consent is against the law.';
    case 'complaint':
      return 'This person reported your email as spam. Sending them more harms how mailbox providers treat all your email.';
    case 'bounce':
      return 'Email to this address bounced. Remove this only if you know that the address works now.';
    default:
      return 'This address can get email again.';
  }
}
