import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { EnrollmentStatus } from './status';

export interface EnrollmentFilter {
  readonly automationId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly email?: string | undefined;
  readonly status?: EnrollmentStatus | undefined;
}

export function enrollmentsQuery(filter: EnrollmentFilter) {
  return infiniteQueryOptions({
    queryKey: ['enrollments', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/enrollments', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useExitEnrollment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/enrollments/{id}/exit', { params: { path: { id } } })),
    // Also after a refusal: it may have ended meanwhile.
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['enrollments'] }), client.invalidateQueries({ queryKey: ['automations'] })]),
  });
}
