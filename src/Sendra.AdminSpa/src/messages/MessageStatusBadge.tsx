import { Badge } from '@mantine/core';
import type { MessageStatus } from './status';
import classes from './MessageStatusBadge.module.css';

export function MessageStatusBadge({ status }: { readonly status: MessageStatus }) {
  return (
    <Badge size="sm" className={classes[status]}>
      {status}
    </Badge>
  );
}
