import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../api/client';
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
