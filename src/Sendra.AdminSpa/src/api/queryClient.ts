import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** The one cache. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server refused it will refuse again; only a lost connection or a tired database is worth a second try.
        retry: (failures, failure) => failures < 2 && (!(failure instanceof ApiProblem) || failure.status >= 500),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
    },
  });
}
