import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { customFieldsQuery } from '../../customFields/queries';
import { seenEventsQuery } from '../../events/queries';
import { patternSuggestionsQuery } from '../../patterns/queries';
import { pathOf } from '../../patterns/schema';
import { seenProperties, type KnownField } from './fields';

/** The trigger's event name, around all that reads its properties. */
export const TriggerName = createContext('');

/** The name of the event at hand, where it is another than the trigger. */
export const EventName = createContext<string | undefined>(undefined);

/** What can be known of an event's properties: those that its pattern names, and those of the last events. */
function useProperties(name: string) {
  const patterns = useQuery({ ...patternSuggestionsQuery(name), enabled: name !== '' }).data?.items;
  const seen = useQuery({ ...seenEventsQuery(name), enabled: name !== '' }).data;
  return useMemo(() => {
    const declared = patterns?.find((pattern) => pattern.name === name)?.properties ?? [];
    const found = seenProperties((seen ?? []).map((event) => event.properties));
    const named = declared.map(({ name: property, type, allowed }) => {
      const path = pathOf(property);
      return { path, type, examples: found.find((one) => one.path === path)?.examples ?? (allowed ?? []).map(String) };
    });
    return [...named, ...found.filter((one) => !named.some((other) => other.path === one.path))];
  }, [patterns, seen, name]);
}

/** The properties of the event at hand, or of the trigger, as fields. */
export function useEventFields(root: 'event' | 'trigger'): readonly KnownField[] {
  const trigger = useContext(TriggerName);
  const atHand = useContext(EventName) ?? trigger;
  const properties = useProperties(root === 'event' ? atHand : trigger);
  return useMemo(() => properties.map(({ path, type, examples }) => ({ field: `${root}.${path}`, type, examples })), [properties, root]);
}

const ownFields = ['email', 'firstName', 'lastName', 'name', 'externalId'];

/** The contact's fields: those that each has, and the workspace's own. */
export function useContactFields(): readonly KnownField[] {
  const custom = useQuery(customFieldsQuery).data?.items;
  return useMemo(
    () => [
      ...ownFields.map((name): KnownField => ({ field: `contact.${name}`, type: 'text', examples: [] })),
      ...(custom ?? []).map(({ name, type }): KnownField => ({ field: `contact.${name}`, type, examples: [] })),
    ],
    [custom],
  );
}

