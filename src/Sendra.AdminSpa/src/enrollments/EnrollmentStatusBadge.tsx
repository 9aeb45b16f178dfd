import { Badge } from '@mantine/core';
import type { EnrollmentStatus } from './status';
import classes from './EnrollmentStatusBadge.module.css';

export function EnrollmentStatusBadge({ status }: { readonly status: EnrollmentStatus }) {
  return (
    <Badge className={classes[status]} size="sm">
      {status}
    </Badge>
  );
}
