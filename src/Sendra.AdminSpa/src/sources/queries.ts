import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { DeliveryStatus } from './status';
import { toSample, type KeptSample, type Sample } from './sample';
import { isMapped, toMapping, toRequest, type SourceDraft } from './draft';

/** Looking through more for a sample would be many calls for the sake of an old payload. */
const lookedThrough = 10;

export function sourceQuery(id: string) {
  return queryOptions({
    queryKey: ['sources', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/event-sources/{id}', { params: { path: { id } }, signal })),
  });
}

/** What came of the deliveries of each of the last days. */
export function sourceStatsQuery(id: string) {
  return queryOptions({
    queryKey: ['sources', 'stats', id],
    queryFn: ({ signal }) => answer(api.GET('/api/event-sources/{id}/stats', { params: { path: { id } }, signal })),
  });
}

export const presetsQuery = queryOptions({
  queryKey: ['sources', 'presets'],
  queryFn: ({ signal }) => answer(api.GET('/api/event-sources/presets', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the mapping reads from a request, and where emails are in it; nothing is written. */
export function previewQuery({ payload, headers }: Sample, draft: SourceDraft) {
  const mapping = isMapped(draft) ? toMapping(draft) : undefined;
  return queryOptions({
    queryKey: ['sources', 'preview', payload, headers, mapping],
    queryFn: ({ signal }) => answer(api.POST('/api/event-sources/preview', { body: { payload, headers, mapping }, signal })),
    enabled: payload.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function deliveriesQuery(id: string, status: DeliveryStatus | undefined) {
  return infiniteQueryOptions({
    queryKey: ['sources', 'deliveries', id, status],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/event-sources/{id}/deliveries', { params: { path: { id }, query: { status, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function deliveryQuery(id: string) {
  return queryOptions({
    queryKey: ['sources', 'delivery', id],
    queryFn: ({ signal }) => answer(api.GET('/api/deliveries/{id}', { params: { path: { id } }, signal })),
  });
}

/** The newest deliveries that have anything to map, and the one that is asked for, first. */
export function samplesQuery(sourceId: string, wanted?: string) {
  return queryOptions({
    queryKey: ['sources', 'samples', sourceId, wanted],
    queryFn: async ({ signal }): Promise<KeptSample[]> => {
      const { items } = await answer(api.GET('/api/event-sources/{id}/deliveries', { params: { path: { id: sourceId }, query: { limit: lookedThrough } }, signal }));
      const ids = items.map(({ id }) => id);
      const looked = wanted === undefined ? ids : [wanted, ...ids.filter((id) => id !== wanted)];
      const deliveries = await Promise.all(looked.map((id) => answer(api.GET('/api/deliveries/{id}', { params: { path: { id } }, signal }))));
      return deliveries.flatMap((delivery) => {
        const sample = toSample(delivery);
        return sample === undefined ? [] : [{ ...sample, id: delivery.id, receivedAt: delivery.receivedAt, status: delivery.status, code: delivery.code }];
      });
    },
  });
}

/** A replayed delivery makes events, which make enrollments: everything may have changed. */
function useEverythingChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

export function useCreateSource() {
  const onSuccess = useEverythingChanged();
  return useMutation({ mutationFn: (draft: SourceDraft) => answer(api.POST('/api/event-sources', { body: toRequest(draft) })), onSuccess });
}

export function useEditSource(id: string) {
  const onSuccess = useEverythingChanged();
  return useMutation({
    mutationFn: (draft: SourceDraft) => answer(api.PUT('/api/event-sources/{id}', { params: { path: { id } }, body: toRequest(draft) })),
    onSuccess,
  });
}

export function useDeleteSource(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/event-sources/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sources', 'list'] }),
  });
}

export function useRotateUrl(id: string) {
  const onSuccess = useEverythingChanged();
  return useMutation({
    mutationFn: (overlapHours: number) => answer(api.POST('/api/event-sources/{id}/rotate', { params: { path: { id } }, body: { overlapHours } })),
    onSuccess,
  });
}

export function useSendTestDelivery(id: string) {
  const onSuccess = useEverythingChanged();
  return useMutation({ mutationFn: (sample: Sample) => answer(api.POST('/api/event-sources/{id}/test', { params: { path: { id } }, body: sample })), onSuccess });
}

export function useReplay(deliveryId: string) {
  const onSettled = useEverythingChanged();
  return useMutation({ mutationFn: () => answer(api.POST('/api/deliveries/{id}/replay', { params: { path: { id: deliveryId } } })), onSettled });
}

export function useReplaySkipped(id: string) {
  const onSettled = useEverythingChanged();
  return useMutation({ mutationFn: () => answer(api.POST('/api/event-sources/{id}/replay-skipped', { params: { path: { id } } })), onSettled });
}
