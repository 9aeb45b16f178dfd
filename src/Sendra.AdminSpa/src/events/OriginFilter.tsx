import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { sourcesQuery } from '../sources/sourcesQuery';
import type { LogSearch } from './search';

const doors = [
  { value: 'api', label: 'API' },
  { value: 'webhook', label: 'Any webhook' },
  { value: 'automation', label: 'Automations' },
] as const;

interface OriginFilterProps {
  readonly search: Pick<LogSearch, 'origin' | 'source'>;
  readonly onChange: (filter: Pick<LogSearch, 'origin' | 'source'>) => void;
}

/** By which door events came: the API, any webhook, one source, or steps of automations. */
export function OriginFilter({ search: { origin, source }, onChange }: OriginFilterProps) {
  const known = useInfiniteQuery(sourcesQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const sources = known.map(({ id, name }) => ({ value: id, label: name }));
  if (source !== undefined && !known.some(({ id }) => id === source)) {
    sources.push({ value: source, label: 'A source' });
  }

  return (
    <Select
      label="Origin"
      placeholder="Any origin"
      clearable
      clearButtonProps={{ 'aria-label': 'Clear Origin' }}
      data={[...doors, ...(sources.length > 0 ? [{ group: 'Sources', items: sources }] : [])]}
      value={source ?? origin ?? null}
      onChange={(value) => {
        const door = doors.find((one) => one.value === value)?.value;
        onChange({ origin: door, source: door === undefined ? (value ?? undefined) : undefined });
      }}
    />
  );
}
