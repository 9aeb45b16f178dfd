import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { optionsQuery } from './options';
import { providerLinksQuery, providerProblem, useLinkProvider, useUnlinkProvider } from './providers';

interface ProviderSectionProps {
  /** Why linking didn’t work, and where. */
  readonly problem: string | undefined;
  readonly provider: string | undefined;
}

/** The providers that the person signs in with; nothing where the server has none. */
export function ProviderSection({ problem, provider }: ProviderSectionProps) {
  const options = useQuery(optionsQuery);
  const links = useQuery(providerLinksQuery);
  const link = useLinkProvider();
  const unlink = useUnlinkProvider();
  const providers = options.data?.providers ?? [];
  if (providers.length === 0 && (links.data?.items.length ?? 0) === 0) {
    return null;
  }

  const nameOf = (key: string) => providers.find((one) => one.key === key)?.name ?? key;
  const ask = (id: string, name: string) =>
    confirm({
      title: `Unlink ${name}?`,
      text: 'You can’t sign in with it any more, and you are signed out everywhere else.',
      yes: 'Unlink',
      danger: true,
      onYes: () => unlink.mutate(id, { onSuccess: () => notifyDone(`${name} is unlinked.`), onError: (failure) => notifyProblem(`We couldn’t unlink ${name}`, failure) }),
    });
  return (
    <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="providers">
      <Stack>
        <div>
          <Title order={2} size="h5" id="providers">
            Sign in with another account
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            Linking one signs you out everywhere else.
          </Text>
        </div>
        {problem !== undefined && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title="Nothing was linked" role="alert">
            <Text size="sm" c="var(--mantine-color-text)">
              {providerProblem(problem, provider)}
            </Text>
          </Alert>
        )}
        {links.isError && <ProblemAlert title="We couldn’t load this" error={links.error} onRetry={() => void links.refetch()} />}
        {link.error && <ProblemAlert title="We couldn’t open the sign-in page" error={link.error} />}
        {links.data?.items.map(({ id, provider: key, email, linkedAt }) => (
          <Group key={id} justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" fw={600}>
                {nameOf(key)}
              </Text>
              <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
                {email !== null && `${email} · `}linked <Time iso={linkedAt} as="ago" />
              </Text>
            </div>
            <Button variant="default" size="compact-sm" onClick={() => ask(id, nameOf(key))} aria-label={`Unlink ${nameOf(key)}`} style={{ flex: 'none' }}>
              Unlink
            </Button>
          </Group>
        ))}
        <Group>
          {providers.map(({ key, name }) => (
            <Button key={key} variant="default" loading={link.isPending && link.variables === key} onClick={() => link.mutate(key)}>
              Link {name}…
            </Button>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}
