import { Group, Paper, Text } from '@mantine/core';
import { IconCheck, IconClock, IconLogout2, IconPlayerTrackNext, IconX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Visit } from '../api/types';
import { Time } from '../common/Time';
import classes from './Journey.module.css';

export const outcomeIcons: Record<Visit['outcome'], Icon> = {
  waiting: IconClock,
  done: IconCheck,
  skipped: IconPlayerTrackNext,
  failed: IconX,
  cancelled: IconLogout2,
};

/** What happened one after the other, as a vertical line. */
export function JourneyLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder radius="lg" className={classes.frame} component="ol" aria-label={label}>
      {children}
    </Paper>
  );
}

interface JourneyEntryProps {
  readonly icon: Icon;
  readonly tone: Visit['outcome'] | 'begin';
  readonly title: string;
  readonly beside?: ReactNode;
  readonly at?: string | undefined;
  readonly until?: string | null | undefined;
  readonly took?: string | undefined;
  readonly children: ReactNode;
  /** What needs the whole width. */
  readonly below?: ReactNode;
}

export function JourneyEntry({ icon: Glyph, tone, title, beside, at, until, took, children, below }: JourneyEntryProps) {
  return (
    <li className={classes.entry} data-tone={tone}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={16} stroke={1.9} />
      </span>
      <div className={classes.body}>
        <div className={classes.said}>
          <div className={classes.words}>
            <Group gap={8} wrap="wrap">
              <Text size="sm" fw={600} component="span" className={classes.title}>
                {title}
              </Text>
              {beside}
            </Group>
            <Text size="sm" component="div">
              {children}
            </Text>
          </div>
          {at !== undefined && (
            <Text size="xs" c="dimmed" className={classes.times} component="div">
              <div>
                <Time iso={at} />
              </div>
              {until != null && (
                <div>
                  left <Time iso={until} />
                </div>
              )}
              {took !== undefined && <div>after {took}</div>}
            </Text>
          )}
        </div>
        {below}
      </div>
    </li>
  );
}
