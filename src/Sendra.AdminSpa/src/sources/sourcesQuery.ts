import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** Apart from the other calls: Home loads it, and none of what they need. */
export const sourcesQuery = infiniteQueryOptions({
  queryKey: ['sources', 'list'],
  queryFn: ({ pageParam, signal }) => answer(api.GET('/api/event-sources', { params: { query: { limit: 100, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
