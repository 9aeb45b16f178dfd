import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { parseExact } from '../common/exactJson';

/** Sends an event from the app; everything that it may have changed is read again. */
export function useSendEvent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: string) => answer(api.POST('/api/events/send', { body: parseExact(body) as never })),
    onSuccess: () => client.invalidateQueries(),
  });
}
