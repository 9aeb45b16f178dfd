import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { patternSuggestionsQuery } from '../../patterns/queries';
import { fieldOf } from '../../patterns/schema';

/** The trigger's event name, around all that reads its properties. */
export const TriggerName = createContext('');

/** The properties that the trigger's pattern names, as fields. */
export function useEventFields(root: 'event' | 'trigger'): readonly string[] {
  const name = useContext(TriggerName);
  const { data } = useQuery({ ...patternSuggestionsQuery(name), enabled: name !== '' });
  return data?.items.find((pattern) => pattern.name === name)?.properties.map((property) => fieldOf(root, property.name)) ?? [];
}
