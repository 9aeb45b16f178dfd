import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Enforcement, toProperty } from './schema';

/** Declared names for a field that completes what is typed. */
export function patternSuggestionsQuery(query: string) {
  return queryOptions({
    queryKey: ['patterns', 'suggestions', query],
    queryFn: ({ signal }) => answer(api.GET('/api/event-patterns', { params: { query: { query: query || undefined, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function patternsQuery(query: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['patterns', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/event-patterns', { params: { query: { query, limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export const undeclaredQuery = queryOptions({
  queryKey: ['patterns', 'undeclared'],
  queryFn: ({ signal }) => answer(api.GET('/api/event-patterns/undeclared', { params: { query: { limit: 200 } }, signal })),
});

/** What is probably not meant about event names. */
export const healthQuery = queryOptions({
  queryKey: ['patterns', 'health'],
  queryFn: ({ signal }) => answer(api.GET('/api/event-patterns/health', { signal })),
});

/** After names were declared or taken back, marks in the log and warnings of automations change too. */
function usePatternsChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['patterns'] }),
      client.invalidateQueries({ queryKey: ['events'] }),
      client.invalidateQueries({ queryKey: ['automations'] }),
    ]);
}

export function useDeclarePattern() {
  const onSuccess = usePatternsChanged();
  return useMutation({
    mutationFn: (body: { name: string; description?: string }) => answer(api.POST('/api/event-patterns', { body })),
    onSuccess,
  });
}

export function useDescribePattern() {
  const onSuccess = usePatternsChanged();
  return useMutation({
    mutationFn: ({ id, description }: { id: string; description: string }) =>
      answer(api.PATCH('/api/event-patterns/{id}', { params: { path: { id } }, body: { description } })),
    onSuccess,
  });
}

interface PatternEdit {
  readonly id: string;
  readonly properties: ReturnType<typeof toProperty>[];
  readonly enforcement: Enforcement;
}

export function useEditPattern() {
  const onSuccess = usePatternsChanged();
  return useMutation({
    mutationFn: ({ id, ...body }: PatternEdit) => answer(api.PATCH('/api/event-patterns/{id}', { params: { path: { id } }, body })),
    onSuccess,
  });
}

/** Adds to a schema what the last events had. */
export function useLearnPattern() {
  const onSuccess = usePatternsChanged();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/event-patterns/{id}/learn', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useDeletePattern() {
  const onSuccess = usePatternsChanged();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/event-patterns/{id}', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useDeclareUndeclared() {
  const onSuccess = usePatternsChanged();
  return useMutation({
    mutationFn: (names?: string[]) => answer(api.POST('/api/event-patterns/declare-undeclared', { body: names ? { names } : {} })),
    onSuccess,
  });
}
