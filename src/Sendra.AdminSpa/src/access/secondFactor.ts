import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { meQuery, sessionsQuery } from './session';

export const secondFactorQuery = queryOptions({
  queryKey: ['secondFactor'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/second-factor', { signal })),
});

/** What a change of the second factor makes old. */
function useChanged() {
  const client = useQueryClient();
  return () => Promise.all([secondFactorQuery, meQuery, sessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
}

export function usePrepareAuthenticator() {
  return useMutation({ mutationFn: () => answer(api.POST('/api/auth/second-factor')) });
}

export function useTurnOnSecondFactor() {
  const changed = useChanged();
  return useMutation({
    mutationFn: (code: string) => answer(api.PUT('/api/auth/second-factor', { body: { code } })),
    onSuccess: changed,
  });
}

export function useTurnOffSecondFactor() {
  const changed = useChanged();
  return useMutation({ mutationFn: () => answer(api.DELETE('/api/auth/second-factor')), onSuccess: changed });
}

export function useRenewRecoveryCodes() {
  const changed = useChanged();
  return useMutation({ mutationFn: () => answer(api.POST('/api/auth/second-factor/recovery-codes')), onSuccess: changed });
}
