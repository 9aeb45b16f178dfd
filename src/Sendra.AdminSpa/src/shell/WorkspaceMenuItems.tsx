import { Menu } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMe, useSwitchWorkspace } from '../access/session';
import { notifyProblem } from '../common/notify';
import type { LateMenuItemsProps } from './LateMenu';
import { OpenedMenu } from './OpenedMenu';

/** The workspaces to go to. */
export default function WorkspaceMenuItems({ button }: LateMenuItemsProps) {
  const { workspace, workspaces } = useMe();
  const change = useSwitchWorkspace();
  const navigate = useNavigate();
  return (
    <OpenedMenu button={button} width="target" position="bottom-start">
      <Menu.Label>Workspaces</Menu.Label>
      {workspaces.map((one) => (
        <Menu.Item
          key={one.id}
          rightSection={one.id === workspace.id && <IconCheck size={15} aria-label="current" />}
          onClick={() => one.id !== workspace.id && change.mutate(one.id, { onError: (failure) => notifyProblem('We couldn’t switch the workspace', failure) })}
        >
          {one.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => void navigate({ to: '/new-workspace' })}>
        New workspace
      </Menu.Item>
    </OpenedMenu>
  );
}
