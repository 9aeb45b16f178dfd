import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBook2, IconDots, IconLogout } from '@tabler/icons-react';
import { useMe, useSignOut } from '../access/session';
import { notifyProblem } from '../common/notify';
import classes from './Menu.module.css';

export function AccountMenu() {
  const { user } = useMe();
  const signOut = useSignOut();
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
        <Menu.Item component="a" href="/swagger" leftSection={<IconBook2 size={16} />}>
          API reference
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => signOut.mutate(undefined, { onError: (failure) => notifyProblem('You are still signed in', failure) })}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
