import { Button, Paper, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Time } from '../common/Time';
import { versionsQuery } from './queries';
import classes from './AutomationAside.module.css';

/** Which versions of the steps there are, and how many runs are under way on each. */
export function Versions({ automationId }: { readonly automationId: string }) {
  const list = useInfiniteQuery({ ...versionsQuery(automationId), refetchInterval: 15_000 });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return null;
  }

  return (
    <Paper withBorder radius="lg" p="md" className={classes.card} component="section" aria-labelledby="versions">
      <Title order={2} size="h6" id="versions">
        Versions of the steps
      </Title>
      <ol className={classes.versions}>
        {items.map(({ version, active, savedAt, savedBy }, at) => (
          <li key={version}>
            <Text size="sm" component="div">
              <b>Version {version}</b>
              {at === 0 && ', the newest'}: {active === 0 ? 'no active runs' : `${active.toLocaleString()} active ${active === 1 ? 'run' : 'runs'}`}
            </Text>
            <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
              saved <Time iso={savedAt} as="ago" />
              {savedBy !== null && <> by {savedBy}</>}
            </Text>
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Older versions
        </Button>
      )}
    </Paper>
  );
}
