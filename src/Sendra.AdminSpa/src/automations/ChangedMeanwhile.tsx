import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Automation } from '../api/types';
import { confirm } from '../common/confirm';
import { Time } from '../common/Time';
import { versionsQuery } from './queries';

interface ChangedMeanwhileProps {
  /** What the form was filled from. */
  readonly seen: Automation;
  /** What is saved now. */
  readonly latest: Automation;
  readonly onLoad: () => void;
  readonly onKeep: () => void;
}

/** Says that someone else saved while this form was edited, and lets the person choose whose it is to be. */
export function ChangedMeanwhile({ seen, latest, onLoad, onKeep }: ChangedMeanwhileProps) {
  const isNewer = latest.version !== seen.version;
  const newest = useInfiniteQuery({ ...versionsQuery(latest.id), enabled: isNewer }).data?.pages[0]?.items.find((one) => one.version === latest.version);
  const load = () =>
    confirm({
      title: 'Load the saved version?',
      text: 'Your changes here will be lost. You can’t undo this.',
      yes: 'Load it',
      danger: true,
      onYes: onLoad,
    });
  return (
    <Alert color="yellow" variant="light" icon={<IconUsers size={18} />} title="Someone changed this automation while you edited it" role="alert">
      <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
        {isNewer ? (
          <>
            Version {latest.version} of its steps was saved{newest?.savedBy && <> by {newest.savedBy}</>} <Time iso={newest?.savedAt ?? latest.updatedAt} as="ago" />; you began with version {seen.version}.
          </>
        ) : (
          <>
            Its name, trigger or exits were saved anew <Time iso={latest.updatedAt} as="ago" />.
          </>
        )}{' '}
        Your changes are still here, but aren’t saved.
      </Text>
      <Group mt="sm" gap="xs">
        <Button size="xs" variant="default" onClick={load}>
          Load the saved version …
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          Keep mine and overwrite it
        </Button>
      </Group>
    </Alert>
  );
}
