import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { answer, api } from '../api/client';

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
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (body: Acceptance) => answer(api.POST('/api/invitations/accept', { body })),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['me'] });
      await router.navigate({ to: '/' });
      await client.resetQueries();
    },
  });
}
