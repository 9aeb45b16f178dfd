import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBook2, IconDots, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMe, useSignOut } from '../access/session';
import { notifyProblem } from '../common/notify';
import classes from './Menu.module.css';

export function AccountMenu() {
  const { user } = useMe();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Menu position="top-start" shadow="md" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`Account ${user.email}`}>
          <Text size="sm" truncate c="dimmed" style={{ flex: 1 }}>
            {user.email}
          </Text>
          <IconDots size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCircle size={16} />} onClick={() => void navigate({ to: '/account' })}>
          Account
        </Menu.Item>
        <Menu.Item component="a" href="/swagger" leftSection={<IconBook2 size={16} />}>
          API reference
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => signOut.mutate(undefined, { onError: (failure) => notifyProblem('We couldn’t sign you out', failure) })}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
