import { Paper, Skeleton, Stack } from '@mantine/core';

export function LogSkeleton() {
  return (
    <Paper withBorder radius="lg" p="md" bg="var(--app-surface)" aria-busy="true" role="status" aria-label="Loading events">
      <Stack gap="sm">
        {Array.from({ length: 8 }, (_, at) => (
          <Skeleton key={at} h={26} />
        ))}
      </Stack>
    </Paper>
  );
}
