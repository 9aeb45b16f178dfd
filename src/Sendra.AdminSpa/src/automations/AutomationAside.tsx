import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Automation } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import type { AutomationStatus } from './search';
import classes from './AutomationAside.module.css';

const meaning: Record<AutomationStatus, string> = {
  draft: 'A draft enrolls nobody. Activate it when it is ready.',
  live: 'Live: matching events enroll contacts.',
  paused: 'Paused: nobody is enrolled, but exit events still drop contacts.',
  archived: 'Archived for good. Duplicate it to go on from it.',
};

/** What stands beside the form: status in words, numbers, and what is probably not meant. */
export function AutomationAside({ automation }: { readonly automation: Automation }) {
  const { id, status, counts, warnings, createdAt, updatedAt } = automation;
  return (
    <Stack gap="md">
      {warnings.map((warning) => (
        <Alert key={warning.message} color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} role="note">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {warning.message}
          </Text>
        </Alert>
      ))}
      <Paper withBorder radius="lg" p="md" className={classes.card}>
        <Text size="sm">{meaning[status]}</Text>
        <dl className={classes.counts}>
          {(['active', 'completed', 'exited'] as const).map((one) => (
            <div key={one}>
              <dt>{one}</dt>
              <dd>
                <LinkTo to="/automations/$automationId" params={{ automationId: id }} search={{ tab: 'enrollments', status: one }} aria-label={`${counts[one]} ${one} enrollments`}>
                  {counts[one].toLocaleString()}
                </LinkTo>
              </dd>
            </div>
          ))}
        </dl>
        <Text size="xs" c="dimmed">
          Made <Time iso={createdAt} as="ago" />, changed <Time iso={updatedAt} as="ago" />.
        </Text>
      </Paper>
    </Stack>
  );
}
