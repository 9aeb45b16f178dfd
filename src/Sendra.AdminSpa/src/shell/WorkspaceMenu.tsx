import { Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMe, useSwitchWorkspace } from '../access/session';
import { notifyProblem } from '../common/notify';
import classes from './Menu.module.css';

/** The workspace’s name, with the other ones to go to. */
export function WorkspaceMenu() {
  const { workspace, workspaces } = useMe();
  const change = useSwitchWorkspace();
  const navigate = useNavigate();
  return (
    <Menu width="target" position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`Workspace ${workspace.name}, switch workspace`}>
          <Group gap={10} wrap="nowrap" miw={0} style={{ flex: 1 }}>
            <span className={classes.initial} data-initial={workspace.name.slice(0, 1).toUpperCase()} aria-hidden />
            <Text size="sm" fw={600} truncate title={workspace.name}>
              {workspace.name}
            </Text>
          </Group>
          <IconSelector size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>Workspaces</Menu.Label>
        {workspaces.map((one) => (
          <Menu.Item
            key={one.id}
            rightSection={one.id === workspace.id && <IconCheck size={15} aria-label="current" />}
            onClick={() =>
              one.id !== workspace.id &&
              change.mutate(one.id, { onError: (failure) => notifyProblem('We couldn’t switch the workspace', failure) })
            }
          >
            {one.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => void navigate({ to: '/new-workspace' })}>
          New workspace
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
