import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../api/client';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/me', { signal })),
  staleTime: 60_000,
  retry: false,
});

/** Who is signed in; only under the signed-in layout, whose loader has fetched it. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/auth/logout')),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      client.clear();
    },
  });
}

export function useSwitchWorkspace() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (workspaceId: string) => answer(api.POST('/api/auth/switch', { body: { workspaceId } })),
    onSuccess: async () => {
      // Nothing of the other workspace may stay on the screen or in the cache.
      await navigate({ to: '/' });
      await client.resetQueries();
    },
  });
}
