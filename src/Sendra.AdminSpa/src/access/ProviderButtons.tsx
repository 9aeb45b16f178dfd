import { Alert, Button, Divider, Text } from '@mantine/core';
import { IconAlertTriangle, IconLogin2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '../common/ProblemAlert';
import { optionsQuery } from './options';
import { providerProblem, useProviderSignIn } from './providers';

interface ProviderButtonsProps {
  readonly next?: string;
  readonly invitation?: string;
}

/** One button for each provider of the server; nothing without any. */
export function ProviderButtons({ next, invitation }: ProviderButtonsProps) {
  const options = useQuery(optionsQuery);
  const signIn = useProviderSignIn();
  if (!options.data || options.data.providers.length === 0) {
    return null;
  }

  return (
    <>
      <Divider label="or" />
      {signIn.error && <ProblemAlert title="We couldn’t open the sign-in page" error={signIn.error} />}
      {options.data.providers.map(({ key, name }) => (
        <Button
          key={key}
          variant="default"
          leftSection={<IconLogin2 size={18} />}
          loading={signIn.isPending && signIn.variables.provider === key}
          onClick={() => signIn.mutate({ provider: key, next, invitation })}
          fullWidth
        >
          Continue with {name}
        </Button>
      ))}
    </>
  );
}

interface ProviderProblemProps {
  readonly problem: string | undefined;
  readonly provider: string | undefined;
}

/** Why the person is back here without a session. */
export function ProviderProblem({ problem, provider }: ProviderProblemProps) {
  return problem === undefined ? null : (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title="We couldn’t sign you in" role="alert">
      <Text size="sm" c="var(--mantine-color-text)">
        {providerProblem(problem, provider)}
      </Text>
    </Alert>
  );
}
