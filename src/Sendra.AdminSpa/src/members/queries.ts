import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Member } from '../api/types';

export const membersQuery = infiniteQueryOptions({
  queryKey: ['members'],
  queryFn: ({ pageParam, signal }) => answer(api.GET('/api/members', { params: { query: { limit: 100, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** The open ones; a workspace has at most 100. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => answer(api.GET('/api/invitations', { params: { query: { limit: 100 } }, signal })),
});

export function useRemoveMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/members/{id}', { params: { path: { id } } })),
    // Invitations that they made have ended, too. Not waited for: once the list is read anew the row that asked is gone,
    // and what it does on success would not happen.
    onSuccess: () => {
      for (const { queryKey } of [membersQuery, invitationsQuery]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string | undefined; role: Member['role'] }) => answer(api.POST('/api/invitations', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
    // The link stands in the answer: it is not kept longer than it is shown.
    gcTime: 0,
  });
}

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/invitations/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
}
