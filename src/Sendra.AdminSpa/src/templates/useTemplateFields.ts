import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { customFieldsQuery } from '../customFields/queries';
import { patternSuggestionsQuery } from '../patterns/queries';
import type { Sample } from './sample';
import { ownContactFields, pathsOf, type TemplateFields } from './source/fields';

/** What a template may write for such a contact and event. */
export function useTemplateFields({ contact, event }: Sample): TemplateFields {
  const custom = useQuery(customFieldsQuery).data?.items;
  const patterns = useQuery(patternSuggestionsQuery(event.eventName.trim())).data?.items;
  return useMemo(() => {
    const declared = patterns?.find((one) => one.name === event.eventName.trim())?.properties.map((one) => one.name) ?? [];
    const properties = [...new Set([...pathsOf(event.properties), ...declared])];
    const known = [...new Set([...ownContactFields, ...(custom ?? []).map((one) => one.name), ...pathsOf(contact.properties)])];
    return { contact: known, event: properties, trigger: properties, workspace: ['name'] };
  }, [custom, patterns, event, contact.properties]);
}
