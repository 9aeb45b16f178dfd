import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Message } from '../api/types';
import { Breakable } from '../common/Breakable';
import { Time } from '../common/Time';
import { MessageStatusBadge } from './MessageStatusBadge';
import { useNames } from './queries';
import classes from './MessageList.module.css';

export function MessageList({ items }: { readonly items: readonly Message[] }) {
  const { templates, automations } = useNames();
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="ul">
      {items.map(({ id, email, templateId, automationId, status, reason, createdAt, sentAt }) => (
        <li key={id} className={classes.row}>
          <div className={classes.what}>
            <Link to="/messages/$messageId" params={{ messageId: id }} className={classes.open}>
              <Breakable text={email} />
            </Link>
            <Text size="sm" c="dimmed">
              {templates.get(templateId) ?? 'A template'}
              {automationId === null ? ', a test' : automations.has(automationId) && ` · ${automations.get(automationId)}`}
            </Text>
            {reason !== null && (
              <Text size="sm">
                {reason}
              </Text>
            )}
          </div>
          <div className={classes.state}>
            <MessageStatusBadge status={status} />
            <Text size="xs" c="dimmed" component="div">
              <Time iso={sentAt ?? createdAt} as="ago" />
            </Text>
          </div>
        </li>
      ))}
    </Paper>
  );
}
