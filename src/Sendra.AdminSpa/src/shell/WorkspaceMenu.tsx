import { Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useMe, useSwitchWorkspace } from '../access/session';
import { notifyProblem } from '../common/notify';
import classes from './Menu.module.css';

/** The workspace's name; a menu when there is another one to go to. */
export function WorkspaceMenu() {
  const { workspace, workspaces } = useMe();
  const change = useSwitchWorkspace();
  const badge = (
    <Group gap={10} wrap="nowrap" miw={0} style={{ flex: 1 }}>
      <span className={classes.initial} aria-hidden>
        {workspace.name.slice(0, 1).toUpperCase()}
      </span>
      <Text size="sm" fw={600} truncate title={workspace.name}>
        {workspace.name}
      </Text>
    </Group>
  );

  if (workspaces.length < 2) {
    return <div className={classes.plain}>{badge}</div>;
  }

  return (
    <Menu width="target" position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`Workspace ${workspace.name}, switch workspace`}>
          {badge}
          <IconSelector size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
