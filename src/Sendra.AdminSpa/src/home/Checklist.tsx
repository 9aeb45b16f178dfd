import { Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { sampleName } from '../sending/eventBody';
import { checklistQuery } from './queries';
import classes from './Checklist.module.css';

/** What makes a new workspace useful, in the order in which it works: an event that comes before its automation enrolls nobody. */
export function Checklist({ received }: { readonly received: boolean }) {
  const { data } = useQuery({ ...checklistQuery, refetchInterval: 10_000 });
  const made = (data?.made ?? 0) > 0;
  const live = (data?.live ?? 0) > 0;
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="section" aria-labelledby="checklist">
      <Title order={2} size="h4" id="checklist" mb="xs">
        Get started
      </Title>
      <ol className={classes.list}>
        <Item
          done={made}
          title="Create an automation"
          action={
            !made && (
              <ButtonTo to="/automations/new" search={{ eventName: sampleName }} size="xs">
                Create one on {sampleName}
              </ButtonTo>
            )
          }
        >
          It says which event enrolls people, and what happens then: an email, a wait, a branch.
        </Item>
        <Item
          done={live}
          title="Activate it"
          action={
            made &&
            !live && (
              <ButtonTo to="/automations" size="xs">
                Open your automations
              </ButtonTo>
            )
          }
        >
          Only live automations enroll.
        </Item>
        <Item done={received} title="Send an event">
          From here, from your code, or through a{' '}
          <LinkTo to="/settings/events/sources" size="sm" underline="always">
            webhook from another service
          </LinkTo>
          .
        </Item>
      </ol>
    </Paper>
  );
}

interface ItemProps {
  readonly done: boolean;
  readonly title: string;
  /** What to press, when it is this one's turn. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Item({ done, title, action, children }: ItemProps) {
  return (
    <li className={classes.item} data-done={done || undefined}>
      <ThemeIcon size={22} radius="xl" variant={done ? 'filled' : 'default'} aria-hidden className={classes.mark}>
        {done && <IconCheck size={14} stroke={2.6} />}
      </ThemeIcon>
      <div>
        <Text fw={600} size="sm">
          {title}
          {done && <span className={classes.done}> (done)</span>}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {children}
        </Text>
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </li>
  );
}
