import { Group, Text } from '@mantine/core';

export function Logo() {
  return (
    <Group gap={10} wrap="nowrap">
      <img src="/sendra.svg" width={28} height={28} alt="" />
      <Text fw={700} size="lg" lts="-0.02em">
        Sendra
      </Text>
    </Group>
  );
}
