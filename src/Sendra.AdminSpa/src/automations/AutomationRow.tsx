import { Checkbox, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Automation } from '../api/types';
import { StatusBadge } from './StatusBadge';
import { frequencyLabel } from './words';
import classes from './AutomationRow.module.css';

interface AutomationRowProps {
  readonly automation: Automation;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

export function AutomationRow({ automation, selected, onSelect }: AutomationRowProps) {
  const { id, name, status, trigger, frequency, frequencyPeriod, frequencyKey, exitEvents, counts, warnings } = automation;
  return (
    <Paper component="li" withBorder radius="lg" className={classes.row} bg="var(--app-surface)" data-selected={selected || undefined}>
      <Checkbox className={classes.select} checked={selected} onChange={onSelect} aria-label={`Select ${name}`} />
      <div className={classes.words}>
        <Group gap="xs" wrap="nowrap" align="flex-start" className={classes.title}>
          <Link to="/automations/$automationId" params={{ automationId: id }} className={classes.open}>
            {name}
          </Link>
          <StatusBadge status={status} />
          {warnings.length > 0 && (
            <Tooltip label={warnings.map((one) => one.message).join(' ')} multiline maw={360}>
              <IconAlertTriangle size={17} className={classes.warning} aria-label={`${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`} role="img" />
            </Tooltip>
          )}
        </Group>
        <Text size="sm" c="dimmed" mt={4} className={classes.rule}>
          <b>{trigger.eventName}</b> · {frequencyLabel({ frequency, frequencyPeriod: frequencyPeriod ?? undefined, frequencyKey: frequencyKey ?? undefined })}
          {exitEvents.length > 0 && (
            <>
              {' '}
              · exits on <b>{exitEvents.join(', ')}</b>
            </>
          )}
        </Text>
      </div>
      <dl className={classes.counts}>
        {(['active', 'completed', 'exited'] as const).map((one) => (
          <div key={one}>
            <dd>{counts[one].toLocaleString()}</dd>
            <dt>{one}</dt>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
