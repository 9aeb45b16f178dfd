import { Paper, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconBellRinging, IconCircleMinus, IconLogin2, IconLogout2, type Icon } from '@tabler/icons-react';
import type { Decision } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import classes from './Decisions.module.css';

const looks: Record<Decision['outcome'], { icon: Icon; className: string | undefined }> = {
  enrolled: { icon: IconLogin2, className: classes.enrolled },
  exited: { icon: IconLogout2, className: classes.exited },
  woken: { icon: IconBellRinging, className: classes.woken },
  notEnrolled: { icon: IconCircleMinus, className: classes.notEnrolled },
};

interface DecisionsProps {
  readonly decisions: readonly Decision[];
  readonly eventName: string;
}

/** Why each automation did what it did (A7). */
export function Decisions({ decisions, eventName }: DecisionsProps) {
  if (decisions.length === 0) {
    return (
      <Text size="sm" c="dimmed" component="div">
        When it arrived, {eventName} triggered no automation, and there was no active enrollment for it to exit or wake.{' '}
        <LinkTo to="/automations/new" search={{ eventName }} underline="always">
          Create an automation that it triggers
        </LinkTo>
      </Text>
    );
  }

  return (
    <Stack gap="xs" component="ul" className={classes.list}>
      {decisions.map((decision, at) => {
        const { icon: Glyph, className } = looks[decision.outcome];
        return (
          <Paper key={at} component="li" withBorder radius="md" p="sm" bg="var(--app-surface)" className={classes.decision}>
            <ThemeIcon size={30} radius="md" className={className} aria-hidden>
              <Glyph size={18} stroke={1.8} />
            </ThemeIcon>
            <div className={classes.words}>
              <LinkTo to="/automations/$automationId" params={{ automationId: decision.automationId }} fw={600} size="sm">
                {decision.automationName}
              </LinkTo>
              <Text size="sm">{decision.reason}</Text>
              {decision.enrollmentId && (
                <LinkTo to="/enrollments/$enrollmentId" params={{ enrollmentId: decision.enrollmentId }} size="sm" underline="always">
                  The enrollment and its journey
                </LinkTo>
              )}
            </div>
          </Paper>
        );
      })}
    </Stack>
  );
}
