import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { WorkspaceSettings } from '../api/types';

export const workspaceSettingsQuery = queryOptions({
  queryKey: ['workspace', 'settings'],
  queryFn: ({ signal }) => answer(api.GET('/api/workspace/settings', { signal })),
});

/** Saves what is given; the rest stays as it is. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<Omit<WorkspaceSettings, 'signingSecret'>>) => answer(api.PUT('/api/workspace/settings', { body })),
    onSuccess: (saved) => client.setQueryData(workspaceSettingsQuery.queryKey, saved),
  });
}

/** Makes a new secret; the old one signs, too, for so many hours. */
export function useRotateSigningSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (overlapHours: number) => answer(api.POST('/api/workspace/signing-secret/rotate', { body: { overlapHours } })),
    onSuccess: () => client.invalidateQueries({ queryKey: workspaceSettingsQuery.queryKey }),
  });
}
