import { Select, type ComboboxItem, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { findsZone, timeZones } from './timeZones';

interface TimeZoneSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter' | 'searchable'> {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  /** What can be picked beside the zones, above them. */
  readonly others?: readonly ComboboxItem[];
}

/** A zone of the tz database, found by any part of its name. */
export function TimeZoneSelect({ value, onChange, others = [], ...props }: TimeZoneSelectProps) {
  const data = useMemo(() => {
    const isOther = others.some((one) => one.value === value);
    return [...others, ...timeZones(...(isOther ? [] : [value])).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))];
  }, [others, value]);
  return (
    <Select
      data={data}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      allowDeselect={false}
      searchable
      limit={200}
      nothingFoundMessage="No such time zone. Try a large city nearby."
      filter={({ options, search }) => (options as ComboboxItem[]).filter((one) => findsZone(one.label, search))}
      {...props}
    />
  );
}
