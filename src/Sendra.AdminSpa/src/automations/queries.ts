import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Automation, Page } from '../api/types';
import { parseExact, stringifyExact, type JsonObject } from '../common/exactJson';
import { toBody, toDraft, type AutomationDraft } from './draft';
import type { AutomationStatus } from './search';
import type { Flow } from './steps/flow';
import { writeFlow } from './steps/writeFlow';

export function automationsQuery(status: AutomationStatus | undefined, query: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['automations', 'list', status, query],
    queryFn: ({ pageParam, signal }) =>
      exactly<Page<Automation>>(api.GET('/api/automations', { params: { query: { status, query, limit: 50, cursor: pageParam } }, parseAs: 'text', signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function automationQuery(id: string) {
  return queryOptions({
    queryKey: ['automations', 'one', id],
    queryFn: ({ signal }) => exactly<Automation>(api.GET('/api/automations/{id}', { params: { path: { id } }, parseAs: 'text', signal })),
  });
}

/** How many runs began and ended on each of the last days. */
export function runStatsQuery(id: string) {
  return queryOptions({
    queryKey: ['automations', 'stats', id],
    queryFn: ({ signal }) => answer(api.GET('/api/automations/{id}/stats', { params: { path: { id } }, signal })),
  });
}

/** Versions of an automation's steps, newest first, with how many runs are under way on each. */
export function versionsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['automations', 'versions', id],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/automations/{id}/versions', { params: { path: { id }, query: { limit: 5, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One version with its steps, which never change. */
export function versionQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['automations', 'version', id, version],
    queryFn: ({ signal }) =>
      exactly<{ readonly steps: readonly JsonObject[] }>(api.GET('/api/automations/{id}/versions/{version}', { params: { path: { id, version } }, parseAs: 'text', signal })),
    staleTime: Infinity,
  });
}

/** An answer whose numbers keep their digits. */
async function exactly<T>(call: Promise<{ data?: string; error?: unknown; response: Response }>): Promise<T> {
  return parseExact(await answer(call)) as T;
}

function useAutomationChanged() {
  const client = useQueryClient();
  return async (automation: Automation) => {
    client.setQueryData(automationQuery(automation.id).queryKey, automation);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['automations', 'list'] }),
      client.invalidateQueries({ queryKey: ['automations', 'versions', automation.id] }),
      client.invalidateQueries({ queryKey: ['patterns'] }),
    ]);
  };
}

export function useCreateAutomation() {
  const onSuccess = useAutomationChanged();
  return useMutation({
    mutationFn: ({ flow, ...draft }: AutomationDraft) =>
      exactly<Automation>(api.POST('/api/automations', { body: { ...toBody(draft), steps: flow && writeFlow(flow).steps }, parseAs: 'text' })),
    onSuccess,
  });
}

interface Edit {
  readonly draft: AutomationDraft;
  /** What the draft was made of: it says whether the steps changed, and which version is expected to be the newest. */
  readonly seen: Automation;
  readonly inFlight?: InFlight | undefined;
}

export type InFlight = 'stay' | 'move';

/** Whether saving a draft makes a new version of the steps. */
export function changesSteps({ draft, seen }: Edit): boolean {
  return draft.flow !== undefined && stepsText(draft.flow) !== stepsText(toDraft(seen).flow);
}

const stepsText = (flow: Flow | undefined) => flow && stringifyExact(writeFlow(flow).steps);

function putAutomation(edit: Edit, dryRun: boolean): Promise<Automation> {
  const { draft, seen, inFlight } = edit;
  // What is not changed is not sent: the order of steps that the form shows is its own.
  const steps = changesSteps(edit) ? writeFlow(draft.flow!).steps : undefined;
  const body = { ...toBody(draft), steps, inFlight, expectedVersion: seen.version, dryRun };
  return exactly(api.PUT('/api/automations/{id}', { params: { path: { id: seen.id } }, body, parseAs: 'text' }));
}

/** What saving would do, were the runs under way to move; nothing is saved. */
export function previewEdit(edit: Edit): Promise<Automation> {
  return putAutomation({ ...edit, inFlight: 'move' }, true);
}

export function useEditAutomation() {
  const onSuccess = useAutomationChanged();
  return useMutation({ mutationFn: (edit: Edit) => putAutomation(edit, false), onSuccess });
}

export type AutomationAction = 'activate' | 'pause' | 'archive' | 'duplicate';

export function actOn(id: string, action: AutomationAction): Promise<Automation> {
  return exactly(api.POST(`/api/automations/{id}/${action}`, { params: { path: { id } }, parseAs: 'text' }));
}

export function useAutomationAction(id: string) {
  const onSuccess = useAutomationChanged();
  return useMutation({
    mutationFn: (action: AutomationAction) => actOn(id, action),
    onSuccess,
  });
}
