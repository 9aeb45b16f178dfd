import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { startAnew } from './session';

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => answer(api.POST('/api/invitations/preview', { body: { token }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface Acceptance {
  readonly token: string;
  readonly email?: string;
  readonly password?: string;
}

export function useAcceptInvitation() {
  return useMutation({
    mutationFn: (body: Acceptance) => answer(api.POST('/api/invitations/accept', { body })),
    onSuccess: startAnew,
  });
}
