import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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

/** Contacts for a field that completes what is typed. */
export function contactSuggestionsQuery(query: string) {
  return queryOptions({
    queryKey: ['contacts', 'suggestions', query],
    queryFn: ({ signal }) => answer(api.GET('/api/contacts', { params: { query: { query: query || undefined, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
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

export function timelineQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['contacts', 'timeline', id],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/contacts/{id}/timeline', { params: { path: { id }, query: { limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useEraseContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/contacts/{id}', { params: { path: { id } } })),
    // The contact is on no list any more, and neither are its events and enrollments; counts change everywhere.
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: ['contacts', 'timeline', id] });
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'one' || queryKey[2] !== id });
    },
  });
}
