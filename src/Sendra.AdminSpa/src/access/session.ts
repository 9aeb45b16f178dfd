import { queryOptions, useMutation, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { currentStanding, goOn, leaveWorkspace, subscribeToStanding } from './standing';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/me', { signal })),
  staleTime: 60_000,
  retry: false,
});

/** The ids of the person’s workspaces, wherever the session is: unlike other calls of a page, this one names no workspace (W6). */
export const myWorkspacesQuery = queryOptions({
  queryKey: ['my workspaces'],
  queryFn: async ({ signal }) => {
    const { workspaces } = (await (await fetch('/api/auth/me', { signal })).json()) as Schemas['MeResponse'];
    return workspaces.map(({ id }) => id);
  },
  staleTime: 0,
});

/** Who is signed in, and in the workspace that the page shows; only under the signed-in layout, whose loader has fetched it. */
export function useMe() {
  const { workspace, ...me } = useSuspenseQuery(meQuery).data;
  if (workspace === null) {
    throw new Error('Who is in no workspace sees no page of one.');
  }

  return { ...me, workspace };
}

export function useStanding() {
  return useSyncExternalStore(subscribeToStanding, currentStanding);
}

/** Nothing of who was signed in may stay in this page's memory. */
export function forget(client: QueryClient) {
  leaveWorkspace();
  client.clear();
}

/** Everything anew from the server, in the workspace in which the session is now. */
export function startAnew() {
  window.location.assign('/');
}

export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/auth/logout')),
    onSuccess: async () => {
      leaveWorkspace();
      await navigate({ to: '/sign-in' });
      forget(client);
    },
  });
}

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/sessions', { signal })),
});

export function useSignOutEverywhere() {
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/auth/sessions')),
    onSuccess: startAnew,
  });
}

export function useSwitchWorkspace() {
  return useMutation({
    mutationFn: (workspaceId: string) => answer(api.POST('/api/auth/switch', { body: { workspaceId } })),
    onSuccess: startAnew,
  });
}

/** Makes a workspace and goes there. */
export function useCreateWorkspace() {
  return useMutation({
    mutationFn: (name: string) => answer(api.POST('/api/workspaces', { body: { name } })),
    onSuccess: startAnew,
  });
}

/** Brings the session back to where the page is, so that what was begun there can be ended there. */
export function useComeBack() {
  const client = useQueryClient();
  const { workspace } = useMe();
  return useMutation({
    /** Who was signed out has signed in first, to this session. */
    mutationFn: async (session?: Schemas['SessionResponse']) => {
      if (session?.workspace?.id !== workspace.id) {
        await answer(api.POST('/api/auth/switch', { body: { workspaceId: workspace.id } }));
      }
    },
    onSuccess: async () => {
      goOn();
      await client.invalidateQueries();
    },
  });
}
