import { Button, Paper, Skeleton, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/session';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { MemberRow } from './MemberRow';
import { membersQuery } from './queries';
import classes from './MembersPage.module.css';

export default function MembersPage() {
  const { workspace } = useMe();
  const isOwner = workspace.role === 'owner';
  const [inviting, setInviting] = useState(false);
  const list = useInfiniteQuery(membersQuery);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div style={{ maxWidth: 860 }}>
      <PageHeader
        title="Members"
        lead={isOwner ? `Who can see and change ${workspace.name}.` : `Who can see and change ${workspace.name}. Owners invite and remove people.`}
        actions={
          isOwner && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
              Invite
            </Button>
          )
        }
      />
      {list.isError && <ProblemAlert title="We couldn’t load the members" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={120} radius="lg" role="status" aria-label="Loading members" />}
      {list.data !== undefined && (
        <Stack gap="xl">
          <Paper withBorder radius="lg" className={classes.frame} component="ul" aria-label="Members">
            {items.map((one) => (
              <MemberRow key={one.id} member={one} />
            ))}
          </Paper>
          <Invitations canWithdraw={isOwner} />
        </Stack>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}
