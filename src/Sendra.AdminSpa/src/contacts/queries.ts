import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Contact } from '../api/types';
import type { Json } from '../common/exactJson';
import { parseKeeping } from '../common/jsonText';
import { isNdjson, type Mapping } from './importFile';
import type { ContactSort } from './search';

export function contactsQuery(query: string | undefined, sort: ContactSort) {
  return infiniteQueryOptions({
    queryKey: ['contacts', 'list', query, sort],
    queryFn: async ({ pageParam, signal }) => {
      const text = await answer(api.GET('/api/contacts', { params: { query: { query, sort, limit: 50, cursor: pageParam } }, parseAs: 'text', signal }));
      return parseKeeping(text, 'customFields') as { readonly items: readonly Contact[]; readonly nextCursor: string | null };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Makes a contact, or changes the one with the id. */
export function useSaveContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, changes: body }: { id?: string | undefined; changes: Record<string, Json> }) => {
      const saving = id === undefined ? api.POST('/api/contacts', { body, parseAs: 'text' }) : api.PATCH('/api/contacts/{id}', { params: { path: { id } }, body, parseAs: 'text' });
      return parseKeeping((await answer(saving)) as unknown as string, 'customFields') as Contact;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['contacts'] }),
  });
}

interface Bringing {
  readonly file: File;
  readonly mapping: Mapping | undefined;
}

/** Sends a file; it is imported in the background. */
export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, mapping }: Bringing) =>
      answer(
        api.POST('/api/contacts/import', {
          params: { query: { fileName: file.name.slice(0, 255), mapping: mapping && JSON.stringify(mapping) } },
          headers: { 'Content-Type': isNdjson(file.name) ? 'application/x-ndjson' : 'text/csv' },
          body: file as never,
          bodySerializer: (body) => body as unknown as File,
        }),
      ),
  });
}

/** An import, looked at until it is finished. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['contacts', 'imports', id],
    queryFn: ({ signal }) => answer(api.GET('/api/contacts/import/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.finishedAt === null ? 700 : false),
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
