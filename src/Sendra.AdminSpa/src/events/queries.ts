import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { EventDetails, LoggedEvent, Page } from '../api/types';
import { parseKeeping } from '../common/jsonText';
import { toFilter, type LogSearch } from './search';

const pageSize = 100;

/** A part of the log, and how many seconds behind it may be that was read from a replica. */
interface LogPart extends Page<LoggedEvent> {
  readonly behindSeconds: number;
}

/** A part of the log. Properties stay text: JSON.parse would not keep `1.10` or a big integer. */
async function readLog(search: LogSearch, cursor: string | undefined, signal: AbortSignal): Promise<LogPart> {
  const query = { ...toFilter(search, Date.now()), limit: pageSize, cursor };
  const call = await api.GET('/api/events', { params: { query }, parseAs: 'text', signal });
  const page = parseKeeping(await answer(Promise.resolve(call)), 'properties') as Page<LoggedEvent>;
  return { ...page, behindSeconds: Number(call.response.headers.get('Sendra-Behind-Seconds') ?? 0) };
}

/** The log by pages, newest first. */
export function logQuery({ event: _, ...filter }: LogSearch) {
  return infiniteQueryOptions({
    queryKey: ['events', 'log', filter],
    queryFn: ({ pageParam, signal }) => readLog(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** How many events the log has: all, or all with a name. */
export function logTotalQuery(eventName: string | undefined) {
  return queryOptions({
    queryKey: ['events', 'total', eventName],
    queryFn: async ({ signal }) => {
      const from = new Date().toISOString().slice(0, 10);
      return (await answer(api.GET('/api/events/stats', { params: { query: { eventName, bucket: 'day', from } }, signal }))).total;
    },
    staleTime: 30_000,
  });
}

export function eventQuery(id: string) {
  return queryOptions({
    queryKey: ['events', 'one', id],
    queryFn: async ({ signal }) => {
      const text = await answer(api.GET('/api/events/{id}', { params: { path: { id } }, parseAs: 'text', signal }));
      return parseKeeping(text, 'properties', 'contactProperties') as EventDetails;
    },
  });
}

/** The newest event of a name, to try something on; null where none is in the log. */
export function newestEventQuery(eventName: string) {
  return queryOptions({
    queryKey: ['events', 'newest', eventName],
    queryFn: async ({ signal }) => {
      const text = await answer(api.GET('/api/events', { params: { query: { eventName: [eventName], limit: 1 } }, parseAs: 'text', signal }));
      return (parseKeeping(text, 'properties') as Page<LoggedEvent>).items[0] ?? null;
    },
  });
}

/** The newest events of a name, to learn from. */
export function seenEventsQuery(eventName: string) {
  return queryOptions({
    queryKey: ['events', 'seen', eventName],
    queryFn: async ({ signal }) => {
      const text = await answer(api.GET('/api/events', { params: { query: { eventName: [eventName], limit: 30 } }, parseAs: 'text', signal }));
      return (parseKeeping(text, 'properties') as Page<LoggedEvent>).items;
    },
    staleTime: 60_000,
  });
}

/** Whether anything ever arrived; asked for until something has. */
export const anyEventQuery = queryOptions({
  queryKey: ['events', 'any'],
  queryFn: async ({ signal }) => {
    const text = await answer(api.GET('/api/events', { params: { query: { limit: 5 } }, parseAs: 'text', signal }));
    return (parseKeeping(text, 'properties') as Page<LoggedEvent>).items;
  },
});
