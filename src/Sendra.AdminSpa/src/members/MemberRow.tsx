import { Badge, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forget, useMe } from '../access/session';
import { leaveWorkspace } from '../access/standing';
import type { Member } from '../api/types';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { Time } from '../common/Time';
import { useRemoveMember } from './queries';
import { showKeysLeft } from './KeysLeft';
import { roleLabel } from './roles';
import classes from './MembersPage.module.css';

export function MemberRow({ member: { id, email, role, joinedAt } }: { readonly member: Member }) {
  const { user, workspace } = useMe();
  const remove = useRemoveMember();
  const client = useQueryClient();
  const navigate = useNavigate();
  const isMe = id === user.id;
  const ask = () =>
    confirm({
      title: isMe ? `Leave ${workspace.name}?` : `Remove ${email}?`,
      text: isMe
        ? 'You are signed out and can’t see it any more, unless someone invites you again. Your invitations end; everything else you created here stays.'
        : 'They are signed out of this workspace within a minute, and their invitations end. Everything else they created here stays.',
      yes: isMe ? 'Leave' : 'Remove',
      danger: true,
      onYes: () =>
        remove.mutate(id, {
          onSuccess: ({ apiKeys }) => {
            if (isMe) {
              leaveWorkspace();
              void navigate({ to: '/sign-in' }).then(() => forget(client));
            } else {
              notifyDone(`${email} is removed.`);
              if (apiKeys.length > 0) {
                showKeysLeft(email, apiKeys);
              }
            }
          },
          onError: (failure) => notifyProblem(isMe ? 'We couldn’t remove you' : `We couldn’t remove ${email}`, failure),
        }),
    });

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {email}
          </Text>
          {isMe && (
            <Text size="sm" c="dimmed">
              (you)
            </Text>
          )}
          <Badge size="sm" className={classes[role]}>
            {roleLabel(role)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          joined <Time iso={joinedAt} as="ago" />
        </Text>
      </div>
      {(isMe || workspace.role === 'owner') && (
        <Button variant="default" size="compact-sm" className={classes.act} onClick={ask} loading={remove.isPending} aria-label={isMe ? 'Leave the workspace' : `Remove ${email}`}>
          {isMe ? 'Leave…' : 'Remove…'}
        </Button>
      )}
    </li>
  );
}
