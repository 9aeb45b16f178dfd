import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { EnrollmentJourney } from '../api/types';
import type { EnrollmentStatus } from './status';

export interface EnrollmentFilter {
  readonly automationId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly email?: string | undefined;
  readonly status?: EnrollmentStatus | undefined;
  /** At this step of the automation now. */
  readonly stepId?: string | undefined;
  /** By this version of the automation’s steps. */
  readonly version?: number | undefined;
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

/** One run with its journey; one that is under way is looked at again and again. */
export function enrollmentQuery(id: string) {
  return queryOptions({
    queryKey: ['enrollments', 'one', id],
    queryFn: ({ signal }): Promise<EnrollmentJourney> => answer(api.GET('/api/enrollments/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? 5_000 : false),
  });
}

export function exitEnrollment(id: string) {
  return answer(api.POST('/api/enrollments/{id}/exit', { params: { path: { id } } }));
}

export function useExitEnrollment() {
  return useEnrollmentAction('exit');
}

/** Lets a parked run try its step again. */
export function useRetryEnrollment() {
  return useEnrollmentAction('retry');
}

function useEnrollmentAction(action: 'exit' | 'retry') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST(`/api/enrollments/{id}/${action}`, { params: { path: { id } } })),
    // Also after a refusal: it may have ended meanwhile.
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['enrollments'] }), client.invalidateQueries({ queryKey: ['automations'] })]),
  });
}
