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

/** Whether there are automations, and whether one is live. */
export const checklistQuery = queryOptions({
  queryKey: ['home', 'checklist'],
  queryFn: async ({ signal }) => {
    const ask = (status?: 'live') => answer(api.GET('/api/automations', { params: { query: { limit: 1, ...(status && { status }) } }, signal }));
    const [all, live] = await Promise.all([ask(), ask('live')]);
    return { made: all.items.length, live: live.items.length };
  },
});

export const skippedQuery = queryOptions({
  queryKey: ['home', 'skipped'],
  queryFn: ({ signal }) => answer(api.GET('/api/deliveries/skipped', { params: { query: { limit: 5 } }, signal })),
});
