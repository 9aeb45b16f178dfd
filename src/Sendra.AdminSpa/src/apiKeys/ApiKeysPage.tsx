import { Button, Paper, Skeleton, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/session';
import { EmptyState } from '../common/EmptyState';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { ApiKeyDialog } from './ApiKeyDialog';
import { ApiKeyRow } from './ApiKeyRow';
import { apiKeysQuery } from './queries';
import classes from './ApiKeysPage.module.css';

export default function ApiKeysPage() {
  const isOwner = useMe().workspace.role === 'owner';
  const [creating, setCreating] = useState(false);
  const list = useInfiniteQuery(apiKeysQuery);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const create = isOwner && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      New API key
    </Button>
  );

  return (
    <div style={{ maxWidth: 860 }}>
      <PageHeader title="API keys" lead="Your programs call the API with a key. Keys belong to the workspace, not to the person who created them." actions={items.length > 0 && create} />
      {list.isError && <ProblemAlert title="We couldn’t load the keys" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={160} radius="lg" role="status" aria-label="Loading keys" />}
      {list.isSuccess && items.length === 0 && (
        <Paper withBorder radius="lg" className={classes.frame}>
          <EmptyState icon={IconKey} title="No API keys yet" action={create}>
            {isOwner ? 'Create one for each program that calls the API, so that you can revoke each one separately.' : 'Only owners can create keys. Ask one of them.'}
          </EmptyState>
        </Paper>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} canRevoke={isOwner} />
          ))}
        </Paper>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
      {items.length > 0 && !isOwner && (
        <Text size="sm" c="dimmed" mt="sm">
          Only owners can create and revoke keys.
        </Text>
      )}
      {creating && <ApiKeyDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
