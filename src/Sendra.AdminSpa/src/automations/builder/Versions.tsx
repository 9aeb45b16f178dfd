import { Button, Modal, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Automation } from '../../api/types';
import { LinkTo } from '../../common/LinkTo';
import { Time } from '../../common/Time';
import { versionsQuery } from '../queries';
import { toDraft } from '../draft';
import { frequencyLabel } from '../words';
import { VersionDifference } from './VersionDifference';
import classes from './Versions.module.css';

/** Which versions of the steps there are, how they differ, and how many runs are under way on each. */
export function Versions({ automation }: { readonly automation: Automation }) {
  const { id, version: newest, trigger } = automation;
  const [compared, setCompared] = useState<number>();
  const list = useInfiniteQuery({ ...versionsQuery(id), refetchInterval: 15_000 });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ol className={classes.versions} aria-label="Versions of the steps">
        {items.map(({ version, active, savedAt, savedBy }, at) => (
          <li key={version} className={classes.version}>
            <div>
              <Text size="sm" component="div">
                <b>Version {version}</b>
                {at === 0 && ', the newest'}: {active === 0 ? (
                  'no active runs'
                ) : (
                  <LinkTo to="/automations/$automationId" params={{ automationId: id }} search={{ tab: 'enrollments', status: 'active', version }} underline="always" inherit>
                    {active.toLocaleString()} active {active === 1 ? 'run' : 'runs'}
                  </LinkTo>
                )}
              </Text>
              <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
                saved <Time iso={savedAt} as="ago" />
                {savedBy !== null && <> by {savedBy}</>}
              </Text>
            </div>
            {version !== newest && (
              <Button variant="default" size="compact-sm" onClick={() => setCompared(version)} aria-label={`Compare version ${version}`} style={{ flex: 'none' }}>
                Compare
              </Button>
            )}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Older versions
        </Button>
      )}
      <Modal opened={compared !== undefined} onClose={() => setCompared(undefined)} size="min(1400px, 96vw)" title={`What changed from version ${compared} to version ${newest}`} closeButtonProps={{ 'aria-label': 'Close' }}>
        {compared !== undefined && <VersionDifference automationId={id} before={compared} after={newest} trigger={{ title: trigger.eventName, text: frequencyLabel(toDraft(automation)), errors: 0 }} />}
      </Modal>
    </>
  );
}
