import { Alert, Button, Group, Text } from '@mantine/core';
import { IconTagPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DeclareUndeclaredResult } from '../api/types';
import { notifyDone, notifyProblem } from '../common/notify';
import { undeclaredQuery, useDeclareUndeclared } from '../patterns/queries';
import classes from './DeclareNudge.module.css';

const shown = 4;

/** Offers to declare, with one click, what arrived without a pattern. */
export function DeclareNudge() {
  const undeclared = useQuery(undeclaredQuery);
  const declare = useDeclareUndeclared();
  const names = (undeclared.data?.items ?? []).filter((one) => one.declarable).map((one) => one.name);
  if (names.length === 0) {
    return null;
  }

  const more = names.length - shown + (undeclared.data?.nextCursor ? 1 : 0);
  const count = undeclared.data?.nextCursor ? `More than ${names.length}` : String(names.length);
  return (
    <Alert color="yellow" variant="light" icon={<IconTagPlus size={18} />} mb="md" role="status">
      <Group justify="space-between" gap="sm" className={classes.nudge}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {count} event {names.length === 1 ? 'name was' : 'names were'} received without a pattern:{' '}
          <b>{names.slice(0, shown).join(', ')}</b>
          {more > 0 && ' and more'}.
        </Text>
        <Button
          size="xs"
          loading={declare.isPending}
          onClick={() =>
            declare.mutate(undefined, {
              onSuccess: (result) => notifyDone(summary(result)),
              onError: (failure) => notifyProblem('We couldn’t declare the names', failure),
            })
          }
        >
          {names.length === 1 ? 'Declare it' : 'Declare them'}
        </Button>
      </Group>
    </Alert>
  );
}

function summary({ declared, refused }: DeclareUndeclaredResult): string {
  const done = `Declared ${declared.length} ${declared.length === 1 ? 'name' : 'names'}.`;
  return refused.length === 0 ? done : `${done} ${refused.length} can’t be a pattern’s name. The Patterns tab shows why.`;
}
