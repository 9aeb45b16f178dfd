import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { notifyProblem } from '../../common/notify';
import { toDraft } from '../../templates/draft';
import { startersQuery, templateQuery, templateSuggestionsQuery, useCreateTemplate } from '../../templates/queries';

interface TemplateSelectProps {
  /** Empty while none is chosen. */
  readonly templateId: string;
  readonly onPick: (id: string, name: string) => void;
  readonly isWrong: boolean;
}

const fresh = 'starter ';

/** One of the workspace's templates, or a new one that is made of a starter at once. */
export function TemplateSelect({ templateId, onPick, isWrong }: TemplateSelectProps) {
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed, 200);
  const chosen = useQuery({ ...templateQuery(templateId), enabled: templateId !== '' }).data;
  // What is chosen stands in the field; it is no search.
  const isSearch = (text: string) => text !== '' && text !== chosen?.name;
  const found = useQuery(templateSuggestionsQuery(isSearch(query) ? query : '')).data?.items ?? [];
  const options = chosen === undefined || found.some((one) => one.id === chosen.id) ? found : [chosen, ...found];
  const starters = (useQuery(startersQuery).data ?? []).filter(({ name }) => !isSearch(typed) || name.toLowerCase().includes(typed.trim().toLowerCase()));
  const create = useCreateTemplate();
  // The step may be changed while its template is being made.
  const picked = useRef(onPick);
  picked.current = onPick;

  const pick = (value: string | null) => {
    const starter = starters.find(({ id }) => value === fresh + id);
    if (starter === undefined) {
      onPick(value ?? '', options.find((one) => one.id === value)?.name ?? '');
      return;
    }

    create.mutate(toDraft(starter.name, { ...starter, text: null }), {
      onSuccess: ({ id, name }) => picked.current(id, name),
      onError: (failure) => notifyProblem('We couldn’t create the template', failure),
    });
  };

  return (
    <Select
      label="Template"
      placeholder={options.length === 0 ? 'Start from one of ours' : 'Choose a template'}
      data={[
        { group: 'Your templates', items: options.map(({ id, name }) => ({ value: id, label: name })) },
        { group: 'New, from a starter', items: starters.map(({ id, name }) => ({ value: fresh + id, label: `${name} (starter)` })) },
      ].filter(({ items }) => items.length > 0)}
      value={templateId === '' ? null : templateId}
      onChange={pick}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage="No template has this name."
      error={isWrong}
      disabled={create.isPending}
      rightSection={create.isPending && <Loader size="xs" aria-label="Creating the template" />}
    />
  );
}
