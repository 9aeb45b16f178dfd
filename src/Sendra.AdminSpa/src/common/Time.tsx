import { Text } from '@mantine/core';
import { useNow } from './useNow';
import { localClock, localTime, shortTime, timeAgo, timeUntil, utcTime } from './time';

type Form = 'date' | 'short' | 'ago' | 'until' | 'clock';

interface TimeProps {
  readonly iso: string;
  /** `ago` and `until` where the distance matters more than the date, `short` where room is scarce, `clock` where the day stands above. */
  readonly as?: Form;
}

const words: Record<Form, (iso: string, now: number) => string> = {
  date: localTime,
  short: shortTime,
  ago: timeAgo,
  until: timeUntil,
  clock: localClock,
};

/** Local time; hovering shows UTC. */
export function Time({ iso, as = 'date' }: TimeProps) {
  const now = useNow();
  return (
    <Text
      component="time"
      dateTime={iso}
      title={as === 'ago' || as === 'until' ? `${localTime(iso)} · ${utcTime(iso)}` : utcTime(iso)}
      inherit
      span
      style={as === 'date' ? undefined : { whiteSpace: 'nowrap' }}
    >
      {words[as](iso, now)}
    </Text>
  );
}
