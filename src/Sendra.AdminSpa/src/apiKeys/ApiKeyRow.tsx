import { Button, Code, Group, Text } from '@mantine/core';
import type { ApiKey } from '../api/types';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { Time } from '../common/Time';
import { useNow } from '../common/useNow';
import { CreatedBy } from '../members/CreatedBy';
import { useRevokeApiKey } from './queries';
import { scopeLabel } from './scopes';
import classes from './ApiKeysPage.module.css';

interface ApiKeyRowProps {
  readonly apiKey: ApiKey;
  readonly canRevoke: boolean;
}

export function ApiKeyRow({ apiKey: { id, name, prefix, scopes, createdAt, lastUsedAt, createdBy, expiresAt, allowedNetworks }, canRevoke }: ApiKeyRowProps) {
  const revoke = useRevokeApiKey();
  const ask = () =>
    confirm({
      title: `Revoke ${name}?`,
      text: 'Calls with this key stop working within a minute. You can’t undo this.',
      yes: 'Revoke',
      danger: true,
      onYes: () =>
        revoke.mutate(id, {
          onSuccess: () => notifyDone(`${name} is revoked.`),
          onError: (failure) => notifyProblem(`We couldn’t revoke ${name}`, failure),
        }),
    });

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {name}
          </Text>
          {scopes.map((scope) => (
            <span key={scope} className={classes.scope}>
              {scopeLabel(scope)}
            </span>
          ))}
        </Group>
        <Text size="sm" c="dimmed" mt={2} component="div">
          <Code>{prefix}…</Code> · {lastUsedAt === null ? 'never used' : <>last used <Time iso={lastUsedAt} as="ago" /></>} · created <Time iso={createdAt} as="ago" />
          <CreatedBy id={createdBy} />
        </Text>
        {(expiresAt !== null || allowedNetworks !== null) && (
          <Text size="sm" c="dimmed" component="div">
            {expiresAt !== null && <Expiry iso={expiresAt} />}
            {expiresAt !== null && allowedNetworks !== null && ' · '}
            {allowedNetworks !== null && `only from ${allowedNetworks.join(', ')}`}
          </Text>
        )}
      </div>
      {canRevoke && (
        <Button variant="default" size="compact-sm" onClick={ask} loading={revoke.isPending} aria-label={`Revoke ${name}`} style={{ flex: 'none' }}>
          Revoke…
        </Button>
      )}
    </li>
  );
}

function Expiry({ iso }: { readonly iso: string }) {
  const isOver = new Date(iso).getTime() <= useNow();
  return isOver ? (
    <Text span inherit c="red">
      expired <Time iso={iso} as="ago" />
    </Text>
  ) : (
    <>
      expires <Time iso={iso} as="until" />
    </>
  );
}
