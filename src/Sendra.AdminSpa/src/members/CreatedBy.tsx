import { Breakable } from '../common/Breakable';
import { useActors } from './useActors';

/** “ by ada@example.com”; nothing where nobody was noted, or while it isn't known yet. */
export function CreatedBy({ id }: { readonly id: string | null }) {
  const { actors, isKnown } = useActors();
  const name = id === null ? undefined : (actors.get(id) ?? (isKnown ? 'someone who left' : undefined));
  return (
    name !== undefined && (
      <>
        {' '}
        by <Breakable text={name} />
      </>
    )
  );
}
