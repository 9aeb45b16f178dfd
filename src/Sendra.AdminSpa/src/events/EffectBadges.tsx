import { Badge, Text } from '@mantine/core';
import type { LoggedEvent } from '../api/types';
import classes from './EffectBadges.module.css';

const effects = ['enrolled', 'exited', 'woken'] as const;

type Effects = Pick<LoggedEvent, (typeof effects)[number]>;

export const hasEffect = (event: Effects) => effects.some((one) => event[one] > 0);

export function EffectBadges({ event }: { readonly event: Effects }) {
  if (!hasEffect(event)) {
    return (
      <Text span c="dimmed" size="sm">
        none
      </Text>
    );
  }

  return (
    <span className={classes.all}>
      {effects
        .filter((one) => event[one] > 0)
        .map((one) => (
          <Badge key={one} className={classes[one]} size="sm">
            {event[one]} {one}
          </Badge>
        ))}
    </span>
  );
}
