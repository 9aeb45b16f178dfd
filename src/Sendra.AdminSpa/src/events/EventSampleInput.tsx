import { Autocomplete, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { JsonField } from '../common/JsonField';
import { notifyProblem } from '../common/notify';
import { patternSuggestionsQuery, undeclaredQuery } from '../patterns/queries';
import { newestEventQuery } from './queries';
import { sampleProperties } from './sampleProperties';

export interface EventSample {
  readonly eventName: string;
  /** JSON text. */
  readonly properties: string;
}

interface EventSampleInputProps {
  readonly value: EventSample;
  readonly onChange: (value: EventSample) => void;
  readonly error?: ReactNode;
}

/** An event to try something on: the newest of a name, whose properties can be changed for the trial. */
export function EventSampleInput({ value, onChange, error }: EventSampleInputProps) {
  const client = useQueryClient();
  const [query] = useDebouncedValue(value.eventName.trim(), 200);
  const patterns = useQuery(patternSuggestionsQuery(query)).data?.items ?? [];
  const undeclared = useQuery(undeclaredQuery).data?.items.map((one) => one.name) ?? [];
  const pick = async (eventName: string) => {
    try {
      const newest = await client.fetchQuery(newestEventQuery(eventName));
      onChange({ eventName, properties: sampleProperties(newest?.properties, patterns.find((one) => one.name === eventName)?.properties ?? [], []) });
    } catch (failure) {
      notifyProblem(`We couldn’t load the newest ${eventName}`, failure);
    }
  };

  return (
    <Stack gap="sm">
      <Autocomplete
        label="Event"
        description="Choose a name to start from its newest event."
        placeholder="signUp"
        data={[...new Set([...patterns.map((one) => one.name), ...undeclared])]}
        value={value.eventName}
        onChange={(eventName) => onChange({ ...value, eventName })}
        onOptionSubmit={(eventName) => void pick(eventName)}
        spellCheck={false}
        autoComplete="off"
      />
      <JsonField label="Event properties" description="JSON. Templates read them as event and trigger." value={value.properties} onChange={(properties) => onChange({ ...value, properties })} error={error} />
    </Stack>
  );
}
