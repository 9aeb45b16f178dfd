import { Text, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy } from 'react';
import { useMe } from '../access/session';
import { LateMenu } from './LateMenu';
import classes from './Menu.module.css';

const load = () => import('./AccountMenuItems');
const Items = lazy(load);

export function AccountMenu() {
  const { user } = useMe();
  return (
    <LateMenu items={Items} load={load}>
      <UnstyledButton className={classes.button} aria-label={`Account ${user.email}`}>
        <Text size="sm" truncate c="dimmed" style={{ flex: 1 }}>
          {user.email}
        </Text>
        <IconDots size={16} />
      </UnstyledButton>
    </LateMenu>
  );
}
