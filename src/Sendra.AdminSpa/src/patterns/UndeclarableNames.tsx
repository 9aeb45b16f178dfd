import { List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkTo } from '../common/LinkTo';
import { undeclaredQuery } from './queries';

/** Names that arrive but can't be declared, and why. */
export function UndeclarableNames() {
  const names = (useQuery(undeclaredQuery).data?.items ?? []).filter((one) => !one.declarable);
  if (names.length === 0) {
    return null;
  }

  return (
    <section aria-labelledby="undeclarable" style={{ marginTop: 32 }}>
      <Title order={2} size="h5" mb={4} id="undeclarable">
        Received, but can’t be declared
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Their events are stored and trigger automations anyway. To declare one, send it under another name.
      </Text>
      <List size="sm" spacing={6}>
        {names.map((one) => (
          <List.Item key={one.name} style={{ overflowWrap: 'anywhere' }}>
            <LinkTo to="/settings/events" search={{ name: [one.name] }} underline="always" size="sm">
              {one.name}
            </LinkTo>{' '}
            – {one.reason}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
