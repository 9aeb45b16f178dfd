import { useLocalStorage } from '@mantine/hooks';
import { shownWorkspace } from '../access/standing';
import { parseSearch, stringifySearch } from '../common/search';
import { readLogSearch, type LogSearch } from './search';

interface SavedFilter {
  readonly name: string;
  /** As it stands in the URL. */
  readonly search: string;
}

const most = 30;

/** Filters of the log that somebody keeps for this workspace, in this browser. */
export function useSavedFilters() {
  const [saved, setSaved] = useLocalStorage<SavedFilter[]>({ key: `log.filters.${shownWorkspace() ?? ''}`, defaultValue: [], getInitialValueInEffect: false });
  return {
    saved: saved.map(({ name, search }) => ({ name, search: readLogSearch(parseSearch(search)) })),
    save: (name: string, { event: _, ...filters }: LogSearch) =>
      setSaved([...saved.filter((one) => one.name !== name), { name, search: stringifySearch({ ...filters }) }].sort((one, other) => one.name.localeCompare(other.name)).slice(0, most)),
    forget: (name: string) => setSaved(saved.filter((one) => one.name !== name)),
  };
}
