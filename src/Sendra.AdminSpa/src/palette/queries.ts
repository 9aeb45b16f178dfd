import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

const shown = 5;

/** What of the workspace has these words: automations, contacts and event names. */
export function findQuery(query: string) {
  return queryOptions({
    queryKey: ['palette', query],
    queryFn: async ({ signal }) => {
      const [automations, contacts, patterns] = await Promise.all([
        answer(api.GET('/api/automations', { params: { query: { query, limit: shown } }, signal })),
        answer(api.GET('/api/contacts', { params: { query: { query, limit: shown } }, signal })),
        answer(api.GET('/api/event-patterns', { params: { query: { query, limit: shown } }, signal })),
      ]);
      return { automations: automations.items, contacts: contacts.items, patterns: patterns.items };
    },
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
