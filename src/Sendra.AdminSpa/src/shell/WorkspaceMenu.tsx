import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { lazy } from 'react';
import { useMe } from '../access/session';
import { LateMenu } from './LateMenu';
import classes from './Menu.module.css';

const load = () => import('./WorkspaceMenuItems');
const Items = lazy(load);

/** The workspace’s name, with the other ones to go to. */
export function WorkspaceMenu() {
  const { workspace } = useMe();
  return (
    <LateMenu items={Items} load={load}>
      <UnstyledButton className={classes.button} aria-label={`Workspace ${workspace.name}, switch workspace`}>
        <Group gap={10} wrap="nowrap" miw={0} style={{ flex: 1 }}>
          <span className={classes.initial} data-initial={workspace.name.slice(0, 1).toUpperCase()} aria-hidden />
          <Text size="sm" fw={600} truncate title={workspace.name}>
            {workspace.name}
          </Text>
        </Group>
        <IconSelector size={16} />
      </UnstyledButton>
    </LateMenu>
  );
}
