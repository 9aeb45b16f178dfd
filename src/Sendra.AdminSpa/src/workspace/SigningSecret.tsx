import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { SecretField } from '../common/SecretField';
import { useRotateSigningSecret } from './queries';

const overlapHours = 24;

/** What calls are signed with, for owners. */
export function SigningSecret({ secret }: { readonly secret: string }) {
  const rotate = useRotateSigningSecret();
  const ask = () =>
    confirm({
      title: 'Replace the signing secret?',
      text: `Calls are signed with the new secret at once. For ${overlapHours} hours they also carry a signature with the old one, so that receivers have time to switch.`,
      yes: 'Replace it',
      onYes: () =>
        rotate.mutate(overlapHours, {
          onSuccess: () => notifyDone(`Calls are signed with a new secret. For ${overlapHours} hours they also carry a signature with the old one.`),
          onError: (failure) => notifyProblem('We couldn’t replace the secret', failure),
        }),
    });
  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="signing">
      <Stack>
        <div>
          <Title order={2} size="h5" id="signing">
            Signing calls
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            Steps that call a URL sign each request as Standard Webhooks describes. Receivers verify the signature with this secret. Only owners can see it.
          </Text>
        </div>
        <SecretField label="Signing secret" value={secret} copyLabel="Copy the secret" hint="Keep it secret: anyone who knows it can make calls that look like yours." />
        <Group>
          <Button variant="default" onClick={ask} loading={rotate.isPending}>
            Replace the secret
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
