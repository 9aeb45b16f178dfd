import { useInfiniteQuery } from '@tanstack/react-query';
import type { Automation } from '../api/types';
import { SavedMeanwhile } from '../common/SavedMeanwhile';
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
  return (
    <SavedMeanwhile title="Someone changed this automation while you edited it" onLoad={onLoad} onKeep={onKeep}>
      {isNewer ? (
        <>
          Version {latest.version} of its steps was saved{newest?.savedBy && <> by {newest.savedBy}</>} <Time iso={newest?.savedAt ?? latest.updatedAt} as="ago" />; you began with version {seen.version}.
        </>
      ) : (
        <>
          Its name, trigger or exits were saved anew <Time iso={latest.updatedAt} as="ago" />.
        </>
      )}
    </SavedMeanwhile>
  );
}
