import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const workspaceSettingsQuery = queryOptions({
  queryKey: ['workspace', 'settings'],
  queryFn: ({ signal }) => answer(api.GET('/api/workspace/settings', { signal })),
});

export function useSaveRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (retentionDays: number | null) => answer(api.PUT('/api/workspace/settings', { body: { retentionDays } })),
    onSuccess: (saved) => client.setQueryData(workspaceSettingsQuery.queryKey, saved),
  });
}
