import { useLocalStorage, useMediaQuery } from '@mantine/hooks';

export type View = 'graph' | 'list';

/** Whether there is room for something beside the graph. */
export const useIsWide = () => useMediaQuery('(min-width: 68em)', undefined, { getInitialValueInEffect: false });

/** How somebody looks at steps: as they chose, else as there is room for. */
export function useView(): [View, (view: View) => void] {
  const isWide = useIsWide();
  const [chosen, choose] = useLocalStorage<View | ''>({ key: 'sendra.steps', defaultValue: '', getInitialValueInEffect: false });
  return [chosen === 'graph' || chosen === 'list' ? chosen : isWide ? 'graph' : 'list', choose];
}
