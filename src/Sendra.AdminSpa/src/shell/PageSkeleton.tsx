import { Skeleton, Stack } from '@mantine/core';

export function PageSkeleton() {
  return (
    <Stack gap="md" aria-busy="true" role="status" aria-label="Loading">
      <Skeleton h={32} w={220} />
      <Skeleton h={18} w="60%" />
      <Skeleton h={240} mt="md" />
    </Stack>
  );
}
