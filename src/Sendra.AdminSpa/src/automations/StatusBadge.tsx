import { Badge } from '@mantine/core';
import type { AutomationStatus } from './search';
import classes from './StatusBadge.module.css';

export function StatusBadge({ status }: { readonly status: AutomationStatus }) {
  return (
    <Badge className={classes[status]} size="sm">
      {status}
    </Badge>
  );
}
