import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { apiKeysQuery } from '../apiKeys/queries';
import { membersQuery } from '../members/queries';
import type { AuditSearch } from './search';

export function auditLogQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['auditLog', search],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/audit-log', { params: { query: { ...search, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Who may have done something, by id: members and keys, as far as they are on their first pages. */
export function useActors(): ReadonlyMap<string, string> {
  const members = useInfiniteQuery(membersQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const keys = useInfiniteQuery(apiKeysQuery).data?.pages.flatMap((page) => page.items) ?? [];
  return new Map([...members.map(({ id, email }) => [id, email] as const), ...keys.map(({ id, name }) => [id, `${name} (key)`] as const)]);
}
