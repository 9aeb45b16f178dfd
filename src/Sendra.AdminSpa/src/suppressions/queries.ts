import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Suppression } from '../api/types';
import { importParts } from './importParts';

export interface SuppressionFilter {
  readonly email?: string;
  readonly scope?: Suppression['scope'];
  readonly origin?: Suppression['origin'];
}

export function suppressionsQuery(filter: SuppressionFilter) {
  return infiniteQueryOptions({
    queryKey: ['suppressions', filter],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/suppressions', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Contacts show what suppresses them. */
function useChanged() {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: ['suppressions'] }), client.invalidateQueries({ queryKey: ['contacts'] })]);
}

export function useAddSuppression() {
  const onSuccess = useChanged();
  return useMutation({ mutationFn: (body: { email: string; scope: Suppression['scope'] }) => answer(api.POST('/api/suppressions', { body })), onSuccess });
}

export function useLiftSuppression() {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ email, keepUnsubscribed }: { email: string; keepUnsubscribed: boolean }) =>
      answer(api.DELETE('/api/suppressions/{email}', { params: { path: { email }, query: { keepUnsubscribed } } })),
    onSuccess,
  });
}

export interface ImportOutcome {
  readonly added: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** Sends a list part by part; what was sent of it stays when a later part fails, and may be sent again. */
export function useImportSuppressions() {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: async ({ csv, scope }: { csv: string; scope: Suppression['scope'] }): Promise<ImportOutcome> => {
      let sum: ImportOutcome = { added: 0, unchanged: 0, rejected: 0, errors: [] };
      for (const part of importParts(csv)) {
        const one = await answer(api.POST('/api/suppressions/import', { body: { csv: part.csv, scope } }));
        sum = {
          added: sum.added + one.added,
          unchanged: sum.unchanged + one.unchanged,
          rejected: sum.rejected + one.rejected,
          errors: [...sum.errors, ...one.errors.map(({ line, message }) => ({ line: part.lineOf(line), message }))],
        };
      }

      return sum;
    },
    onSettled,
  });
}
