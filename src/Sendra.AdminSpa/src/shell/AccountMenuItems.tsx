import { Menu } from '@mantine/core';
import { IconBook2, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSignOut } from '../access/session';
import { notifyProblem } from '../common/notify';
import type { LateMenuItemsProps } from './LateMenu';
import { OpenedMenu } from './OpenedMenu';

/** What concerns the person, whatever the workspace. */
export default function AccountMenuItems({ button }: LateMenuItemsProps) {
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <OpenedMenu button={button} width={220} position="top-start">
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
    </OpenedMenu>
  );
}
