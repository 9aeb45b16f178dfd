import { useInfiniteQuery } from '@tanstack/react-query';
import { apiKeysQuery } from '../apiKeys/queries';
import { membersQuery } from './queries';

/** Who acts in the workspace, by id: members and keys, as far as they are on their first pages. */
export function useActors(): ReadonlyMap<string, string> {
  const members = useInfiniteQuery(membersQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const keys = useInfiniteQuery(apiKeysQuery).data?.pages.flatMap((page) => page.items) ?? [];
  return new Map([...members.map(({ id, email }) => [id, email] as const), ...keys.map(({ id, name }) => [id, `${name} (key)`] as const)]);
}
