import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import type { ApiKey } from '../api/types';

export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ['apiKeys'],
  queryFn: ({ pageParam, signal }) => answer(api.GET('/api/api-keys', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<ApiKey, 'name' | 'scopes'> & Partial<Pick<ApiKey, 'expiresAt' | 'allowedNetworks'>>) => answer(api.POST('/api/api-keys', { body: body as Schemas['ApiKeyRequest'] })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
    // The key stands in the answer: it is not kept longer than it is shown.
    gcTime: 0,
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/api-keys/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}
