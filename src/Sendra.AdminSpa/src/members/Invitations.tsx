import { Badge, Button, Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Invitation } from '../api/types';
import { notifyDone, notifyProblem } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { CreatedBy } from './CreatedBy';
import { invitationsQuery, useWithdraw } from './queries';
import { roleLabel } from './roles';
import classes from './MembersPage.module.css';

/** Links that still let somebody in. */
export function Invitations({ canWithdraw }: { readonly canWithdraw: boolean }) {
  const list = useQuery(invitationsQuery);
  const items = list.data?.items ?? [];
  return (
    <section aria-labelledby="invitations">
      <Title order={2} size="h5" mb="sm" id="invitations">
        Pending invitations
      </Title>
      {list.isError && <ProblemAlert title="We couldn’t load the invitations" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={60} radius="lg" role="status" aria-label="Loading invitations" />}
      {list.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          None. An invitation is a link that lets one person join within 7 days.
        </Text>
      )}
      {items.length > 0 && (
        <Paper withBorder radius="lg" className={classes.frame} component="ul">
          {items.map((one) => (
            <Row key={one.id} invitation={one} canWithdraw={canWithdraw} />
          ))}
        </Paper>
      )}
    </section>
  );
}

function Row({ invitation: { id, email, role, expiresAt, createdBy }, canWithdraw }: { readonly invitation: Invitation; readonly canWithdraw: boolean }) {
  const withdraw = useWithdraw();
  const who = email ?? 'Anyone with the link';
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {who}
          </Text>
          <Badge size="sm" className={classes[role]}>
            {roleLabel(role)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          ends <Time iso={expiresAt} as="until" />
          {createdBy !== null && (
            <>
              {' '}
              · invited
              <CreatedBy id={createdBy} />
            </>
          )}
        </Text>
      </div>
      {canWithdraw && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.act}
          loading={withdraw.isPending}
          aria-label={`Withdraw the invitation for ${who}`}
          onClick={() =>
            withdraw.mutate(id, {
              onSuccess: () => notifyDone('The link no longer works.'),
              onError: (failure) => notifyProblem('We couldn’t withdraw the invitation', failure),
            })
          }
        >
          Withdraw
        </Button>
      )}
    </li>
  );
}
