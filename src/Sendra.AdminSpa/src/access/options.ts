import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** What this server offers to people who aren’t signed in. */
export const optionsQuery = queryOptions({
  queryKey: ['accessOptions'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/options', { signal })),
  staleTime: 60_000,
});
