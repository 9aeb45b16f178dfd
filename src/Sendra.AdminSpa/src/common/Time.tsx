import { Text, Tooltip } from '@mantine/core';
import { useNow } from './useNow';
import { localClock, localTime, timeAgo, utcTime } from './time';

interface TimeProps {
  readonly iso: string;
  /** `ago` for lists in which the age matters more than the date, `clock` where the day stands above. */
  readonly as?: 'date' | 'ago' | 'clock';
}

/** Local time; hovering shows UTC. */
export function Time({ iso, as = 'date' }: TimeProps) {
  const now = useNow();
  return (
    <Tooltip label={as === 'ago' ? `${localTime(iso)} · ${utcTime(iso)}` : utcTime(iso)} openDelay={200}>
      <Text component="time" dateTime={iso} inherit span style={as === 'date' ? undefined : { whiteSpace: 'nowrap' }}>
        {as === 'ago' ? timeAgo(iso, now) : as === 'clock' ? localClock(iso) : localTime(iso)}
      </Text>
    </Tooltip>
  );
}
