import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export type BucketSize = 'hour' | 'day';

/** What arrived and what it did: the last 24 hours or 30 days. */
export function activityQuery(bucket: BucketSize) {
  return queryOptions({
    queryKey: ['home', 'activity', bucket],
    queryFn: ({ signal }) => answer(api.GET('/api/events/stats', { params: { query: { bucket } }, signal })),
  });
}

export const skippedQuery = queryOptions({
  queryKey: ['home', 'skipped'],
  queryFn: ({ signal }) => answer(api.GET('/api/deliveries/skipped', { params: { query: { limit: 5 } }, signal })),
});
