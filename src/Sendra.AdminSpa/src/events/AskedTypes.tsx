import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { patternSuggestionsQuery } from '../patterns/queries';
import { typeLabel } from '../patterns/schema';

/** What the pattern of an event asks of its properties, if it asks anything. */
export function AskedTypes({ eventName }: { readonly eventName: string }) {
  const { data } = useQuery(patternSuggestionsQuery(eventName));
  const asked = data?.items.find((pattern) => pattern.name === eventName)?.properties ?? [];
  if (asked.length === 0) {
    return null;
  }

  return (
    <Group gap={6} mt="xs">
      <Text size="sm" c="dimmed">
        The schema asks for
      </Text>
      {asked.map(({ name, type, required }) => (
        <Badge key={name} variant="default" radius="sm" fw={500}>
          {name}: {typeLabel(type).toLowerCase()}
          {required ? '' : ', optional'}
        </Badge>
      ))}
    </Group>
  );
}
