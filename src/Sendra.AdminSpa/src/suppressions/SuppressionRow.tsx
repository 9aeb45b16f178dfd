import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Suppression } from '../api/types';
import { Breakable } from '../common/Breakable';
import { Time } from '../common/Time';
import { LiftSuppression } from './LiftSuppression';
import { whyOf } from './words';
import classes from './SuppressionsPage.module.css';

interface SuppressionRowProps {
  readonly suppression: Suppression;
  /** The address that was searched for: an erased person's is not stored. */
  readonly searched: string | undefined;
}

export function SuppressionRow({ suppression, searched }: SuppressionRowProps) {
  const [lifting, setLifting] = useState(false);
  const { email, scope, origin, at, unsubscribedAt } = suppression;
  const address = email ?? searched;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          {email === null ? (
            <Text size="sm" c="dimmed" fs="italic">
              Erased person
            </Text>
          ) : (
            <Text fw={600} size="sm">
              <Breakable text={email} />
            </Text>
          )}
          <span className={classes.scope} data-scope={scope}>
            {scope === 'all' ? 'No email' : 'No marketing'}
          </span>
        </Group>
        <Text size="sm" c="dimmed" mt={2} component="div">
          {whyOf(origin)} <Time iso={at} as="ago" />
          {unsubscribedAt !== null && origin !== 'unsubscribe' && (
            <>
              {' '}
              · unsubscribed <Time iso={unsubscribedAt} as="ago" />
            </>
          )}
        </Text>
      </div>
      {address !== undefined && (
        <Button variant="default" size="compact-sm" onClick={() => setLifting(true)} aria-label={`Remove the suppression of ${address}`} style={{ flex: 'none' }}>
          Remove…
        </Button>
      )}
      {lifting && address !== undefined && <LiftSuppression email={address} suppression={suppression} onClose={() => setLifting(false)} />}
    </li>
  );
}
