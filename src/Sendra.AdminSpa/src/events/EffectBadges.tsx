import { Badge, Text } from '@mantine/core';
import classes from './EffectBadges.module.css';

interface EffectBadgesProps {
  readonly enrolled: number;
  readonly exited: number;
}

export function EffectBadges({ enrolled, exited }: EffectBadgesProps) {
  if (enrolled === 0 && exited === 0) {
    return (
      <Text span c="dimmed" size="sm">
        none
      </Text>
    );
  }

  return (
    <span className={classes.both}>
      {enrolled > 0 && (
        <Badge className={classes.enrolled} size="sm">
          {enrolled} enrolled
        </Badge>
      )}
      {exited > 0 && (
        <Badge className={classes.exited} size="sm">
          {exited} exited
        </Badge>
      )}
    </span>
  );
}
