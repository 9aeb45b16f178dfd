import { useInfiniteQuery } from '@tanstack/react-query';
import { apiKeysQuery } from '../apiKeys/queries';
import { membersQuery } from './queries';

interface Actors {
  readonly actors: ReadonlyMap<string, string>;
  /** Whether they are all there: until then, somebody who is missing may still come. */
  readonly isKnown: boolean;
}

/** Who acts in the workspace, by id: members and keys, as far as they are on their first pages. */
export function useActors(): Actors {
  const [listOfMembers, listOfKeys] = [useInfiniteQuery(membersQuery), useInfiniteQuery(apiKeysQuery)];
  const members = listOfMembers.data?.pages.flatMap((page) => page.items) ?? [];
  const keys = listOfKeys.data?.pages.flatMap((page) => page.items) ?? [];
  const actors = new Map([...members.map(({ id, email }) => [id, email] as const), ...keys.map(({ id, name }) => [id, `${name} (key)`] as const)]);
  return { actors, isKnown: !listOfMembers.isPending && !listOfKeys.isPending };
}
