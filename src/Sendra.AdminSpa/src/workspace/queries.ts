import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { meQuery, startAnew } from '../access/session';
import { answer, api, type Schemas } from '../api/client';
import type { WorkspaceSettings } from '../api/types';

export const workspaceSettingsQuery = queryOptions({
  queryKey: ['workspace', 'settings'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/workspace/settings', { signal }))) as WorkspaceSettings,
});

/** Saves what is given; the rest stays as it is. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Partial<Omit<WorkspaceSettings, 'signingSecret'>>) => {
      const saved = await answer(api.PUT('/api/workspace/settings', { body: body as Schemas['WorkspaceSettingsRequest'] }));
      return saved as WorkspaceSettings;
    },
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

export function useRenameWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => answer(api.PATCH('/api/workspaces/{id}', { params: { path: { id } }, body: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}

/** Afterwards the session is in another workspace, or in none. */
export function useDeleteWorkspace() {
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => answer(api.DELETE('/api/workspaces/{id}', { params: { path: { id } }, body: { name } })),
    onSuccess: startAnew,
  });
}
