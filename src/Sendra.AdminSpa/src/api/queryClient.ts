import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** The one cache. A session that ended anywhere sends the reader to sign in, from where the way leads back. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  const check = (failure: unknown) => {
    if (failure instanceof ApiProblem && failure.code === 'signInRequired') {
      onSessionEnded();
    }
  };

  return new QueryClient({
    queryCache: new QueryCache({ onError: check }),
    mutationCache: new MutationCache({ onError: check }),
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
