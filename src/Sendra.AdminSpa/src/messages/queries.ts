import { infiniteQueryOptions, keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { automationsQuery } from '../automations/queries';
import { templateSuggestionsQuery } from '../templates/queries';
import type { MessagesSearch } from './search';

export function messagesQuery(search: MessagesSearch) {
  return infiniteQueryOptions({
    queryKey: ['messages', 'list', search],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/messages', { params: { query: { ...search, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One message with its content; one that waits for its turn is looked at again and again. */
export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['messages', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/messages/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'queued' ? 5_000 : false),
  });
}

/** What templates and automations are called, by their ids, as far as they are among the newest. */
export function useNames() {
  const templates = useQuery(templateSuggestionsQuery('')).data?.items ?? [];
  const automations = useInfiniteQuery(automationsQuery(undefined, undefined)).data?.pages.flatMap((page) => page.items) ?? [];
  return {
    templates: new Map(templates.map(({ id, name }) => [id, name])),
    automations: new Map(automations.map(({ id, name }) => [id, name])),
  };
}
