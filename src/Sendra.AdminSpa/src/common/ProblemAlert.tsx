import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asProblem, explain } from '../api/problem';

interface ProblemAlertProps {
  /** What was tried, like "The events could not be loaded". */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what happened and what to do; never hides it. */
export function ProblemAlert({ title, error, onRetry }: ProblemAlertProps) {
  const problem = asProblem(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      <Text size="sm" c="var(--mantine-color-text)">
        {explain(problem)}
      </Text>
      {problem.status >= 500 && problem.traceId && (
        <Text size="xs" c="dimmed" mt={4}>
          Trace {problem.traceId}
        </Text>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
