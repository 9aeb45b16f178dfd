import { useActors } from './useActors';

/** “ by ada@example.com”; nothing where nobody was noted. */
export function CreatedBy({ id }: { readonly id: string | null }) {
  const actors = useActors();
  return id === null ? null : <> by {actors.get(id) ?? 'someone who left'}</>;
}
