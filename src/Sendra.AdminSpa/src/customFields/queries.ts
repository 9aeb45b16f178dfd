import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { CustomField } from '../api/types';

/** All of them: a workspace has at most 200. */
export const customFieldsQuery = queryOptions({
  queryKey: ['customFields'],
  queryFn: ({ signal }) => answer(api.GET('/api/custom-fields', { params: { query: { limit: 200 } }, signal })),
});

function useChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all([client.invalidateQueries({ queryKey: ['customFields'] }), client.invalidateQueries({ queryKey: ['contacts'] })]);
}

export function useDeclareField() {
  const onSuccess = useChanged();
  return useMutation({ mutationFn: (body: Pick<CustomField, 'name' | 'type'>) => answer(api.POST('/api/custom-fields', { body })), onSuccess });
}

export function useDeleteField() {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: (name: string) => answer(api.DELETE('/api/custom-fields/{name}', { params: { path: { name } } })),
    onSuccess,
  });
}
