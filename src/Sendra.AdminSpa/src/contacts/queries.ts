import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Contact } from '../api/types';
import { parseKeeping } from '../common/jsonText';

export function contactsQuery(query: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['contacts', 'list', query],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/contacts', { params: { query: { query, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function contactQuery(id: string) {
  return queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: async ({ signal }) => {
      const text = await answer(api.GET('/api/contacts/{id}', { params: { path: { id } }, parseAs: 'text', signal }));
      return parseKeeping(text, 'customFields') as Contact;
    },
  });
}
