import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Automation } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { enrollmentsQuery } from '../enrollments/queries';
import type { AutomationStatus } from './search';
import classes from './AutomationStrip.module.css';

const meaning: Record<AutomationStatus, string> = {
  draft: 'A draft doesn’t enroll anyone. Activate it when it is ready.',
  live: 'Live: matching events enroll contacts.',
  paused: 'Paused: nobody is enrolled, but exit events still end runs.',
  archived: 'Archived for good. To use it again, duplicate it.',
};

const ofSender = ['senderMissing', 'postalAddressMissing'];

/** What stands above the form: status in words, numbers, and what is probably not meant. */
export function AutomationStrip({ automation }: { readonly automation: Automation }) {
  const { id, status, counts, warnings, updatedAt, steps, version } = automation;
  const hasSteps = version > 1 || (steps ?? []).length > 0;
  const parked = useInfiniteQuery({ ...enrollmentsQuery({ automationId: id, status: 'parked' }), enabled: hasSteps }).data?.pages[0];
  return (
    <Stack gap="sm" mb="md">
      {parked !== undefined && parked.items.length > 0 && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="note">
          <Text size="sm" c="var(--mantine-color-text)">
            <LinkTo to="/automations/$automationId" params={{ automationId: id }} search={{ tab: 'enrollments', status: 'parked' }} underline="always" inherit>
              {parked.nextCursor === null ? parked.items.length : `More than ${parked.items.length}`} {parked.items.length === 1 ? 'run has' : 'runs have'} stopped
            </LinkTo>
            : a step failed too often. They go on when you retry them.
          </Text>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} role="note" py="xs">
          <div className={classes.warnings}>
            {warnings.map((warning) => (
              <Text key={warning.message} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {warning.message}
                {ofSender.includes(warning.code) && (
                  <>
                    {' '}
                    <LinkTo to="/settings/workspace" inherit underline="always">
                      Open the settings
                    </LinkTo>
                  </>
                )}
              </Text>
            ))}
          </div>
        </Alert>
      )}
      <div className={classes.strip}>
        <Text size="sm">{meaning[status]}</Text>
        <dl className={classes.counts}>
          {(['active', 'completed', 'exited'] as const).map((one) => (
            <div key={one}>
              <dt>{one}</dt>
              <dd>
                <LinkTo to="/automations/$automationId" params={{ automationId: id }} search={{ tab: 'enrollments', status: one }} aria-label={`${counts[one]} ${one} enrollments`} inherit>
                  {counts[one].toLocaleString()}
                </LinkTo>
              </dd>
            </div>
          ))}
        </dl>
        {hasSteps && (
          <LinkTo to="/messages" search={{ automationId: id }} size="sm" underline="always">
            Its messages
          </LinkTo>
        )}
        <Text size="sm" c="dimmed">
          Changed <Time iso={updatedAt} as="ago" />
        </Text>
      </div>
    </Stack>
  );
}
