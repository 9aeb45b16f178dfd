import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMe } from '../access/session';
import { useCreateApiKey } from '../apiKeys/queries';
import { notifyProblem } from '../common/notify';

/** The key in the quick start's command: only in this page's memory, and only for the workspace that it belongs to. */
export function useQuickStartKey() {
  const { workspace } = useMe();
  const client = useQueryClient();
  const queryKey = ['quickStart', 'key', workspace.id];
  const { data: key } = useQuery<string | null>({ queryKey, queryFn: () => null, enabled: false, gcTime: Number.POSITIVE_INFINITY });
  const create = useCreateApiKey();
  const make = () =>
    create.mutate(
      { name: 'Quick start', scopes: ['events:send'] },
      {
        onSuccess: (made) => client.setQueryData(queryKey, made.key),
        onError: (failure) => notifyProblem('We couldn’t create the key', failure),
      },
    );
  return { key: key ?? undefined, make, isPending: create.isPending };
}
