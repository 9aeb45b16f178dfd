import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Template } from '../api/types';
import type { Json, JsonObject } from '../common/exactJson';
import { toBody, type TemplateDraft } from './draft';
import { compileMjml } from './source/compileMjml';

export function templatesQuery(query: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['templates', 'list', query],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/templates', { params: { query: { query, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Templates for a field that completes what is typed. */
export function templateSuggestionsQuery(query: string) {
  return queryOptions({
    queryKey: ['templates', 'suggestions', query],
    queryFn: ({ signal }) => answer(api.GET('/api/templates', { params: { query: { query: query || undefined, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function templateQuery(id: string) {
  return queryOptions({
    queryKey: ['templates', 'one', id],
    queryFn: ({ signal }): Promise<Template> => answer(api.GET('/api/templates/{id}', { params: { path: { id } }, signal })),
  });
}

export const startersQuery = queryOptions({
  queryKey: ['templates', 'starters'],
  queryFn: ({ signal }) => answer(api.GET('/api/templates/starters', { signal })),
  staleTime: Infinity,
});

export function templateVersionsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['templates', 'versions', id],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/templates/{id}/versions', { params: { path: { id }, query: { limit: 5, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function templateVersionQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['templates', 'version', id, version],
    queryFn: ({ signal }) => answer(api.GET('/api/templates/{id}/versions/{version}', { params: { path: { id, version } }, signal })),
    staleTime: Infinity,
  });
}

/** For whom a mail is rendered. */
export interface PreviewSample {
  readonly contact: JsonObject | undefined;
  readonly event: Json | undefined;
}

/** The mail that a draft makes, saved or not, and what the compiler of MJML says. */
export function previewQuery(draft: Omit<TemplateDraft, 'name'>, { contact, event }: PreviewSample) {
  return queryOptions({
    queryKey: ['templates', 'preview', draft, contact, event],
    queryFn: async ({ signal }) => {
      const compiled = draft.format === 'mjml' ? await compileMjml(draft.source) : undefined;
      if (compiled?.html === '') {
        return { mail: undefined, problems: compiled.problems };
      }

      // What is still to be written is no reason to show nothing.
      const template = { ...toBody({ name: 'Preview', ...draft }, compiled?.html), subject: draft.subject.trim() || 'No subject' };
      return { mail: await answer(api.POST('/api/templates/preview', { body: { template, contact, event }, signal })), problems: compiled?.problems ?? [] };
    },
    enabled: draft.source.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

function useTemplateChanged() {
  const client = useQueryClient();
  return async (template: Template) => {
    client.setQueryData(templateQuery(template.id).queryKey, template);
    await Promise.all(['list', 'suggestions', 'versions'].map((kind) => client.invalidateQueries({ queryKey: ['templates', kind] })));
  };
}

export function useCreateTemplate() {
  const onSuccess = useTemplateChanged();
  return useMutation({
    mutationFn: async (draft: TemplateDraft): Promise<Template> => answer(api.POST('/api/templates', { body: toBody(draft, await htmlOf(draft)) })),
    onSuccess,
  });
}

export function useEditTemplate(id: string) {
  const onSuccess = useTemplateChanged();
  return useMutation({
    mutationFn: async ({ draft, expectedVersion }: { readonly draft: TemplateDraft; readonly expectedVersion: number }): Promise<Template> =>
      answer(api.PUT('/api/templates/{id}', { params: { path: { id } }, body: { ...toBody(draft, await htmlOf(draft)), expectedVersion } })),
    onSuccess,
  });
}

export function useDeleteTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/templates/{id}', { params: { path: { id } } })),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: templateQuery(id).queryKey });
      return client.invalidateQueries({ queryKey: ['templates', 'list'] });
    },
  });
}

async function htmlOf({ format, source }: TemplateDraft): Promise<string | undefined> {
  return format === 'mjml' ? (await compileMjml(source)).html : undefined;
}
