import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Automation } from '../api/types';
import type { AutomationStatus } from './search';

export interface AutomationDraft {
  readonly name: string;
  readonly eventName: string;
  /** The condition on the trigger, which the form leaves as it is. */
  readonly where?: Automation['trigger']['where'];
  readonly frequency: Automation['frequency'];
  readonly exitEvents: string[];
}

export function automationsQuery(status: AutomationStatus | undefined, query: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['automations', 'list', status, query],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/automations', { params: { query: { status, query, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function automationQuery(id: string) {
  return queryOptions({
    queryKey: ['automations', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/automations/{id}', { params: { path: { id } }, signal })),
  });
}

function useAutomationChanged() {
  const client = useQueryClient();
  return async (automation: Automation) => {
    client.setQueryData(automationQuery(automation.id).queryKey, automation);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['automations', 'list'] }),
      client.invalidateQueries({ queryKey: ['patterns'] }),
    ]);
  };
}

const toBody = ({ name, eventName, where, frequency, exitEvents }: AutomationDraft) => ({
  name,
  trigger: { eventName, where },
  frequency,
  exitEvents,
});

export function useCreateAutomation() {
  const onSuccess = useAutomationChanged();
  return useMutation({ mutationFn: (draft: AutomationDraft) => answer(api.POST('/api/automations', { body: toBody(draft) })), onSuccess });
}

export function useEditAutomation(id: string) {
  const onSuccess = useAutomationChanged();
  return useMutation({
    mutationFn: (draft: AutomationDraft) => answer(api.PUT('/api/automations/{id}', { params: { path: { id } }, body: toBody(draft) })),
    onSuccess,
  });
}

export type AutomationAction = 'activate' | 'pause' | 'archive' | 'duplicate';

export function useAutomationAction(id: string) {
  const onSuccess = useAutomationChanged();
  return useMutation({
    mutationFn: (action: AutomationAction) => answer(api.POST(`/api/automations/{id}/${action}`, { params: { path: { id } } })),
    onSuccess,
  });
}
