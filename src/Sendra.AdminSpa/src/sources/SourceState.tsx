import type { Source } from '../api/types';
import { Time } from '../common/Time';
import { checkOf, healthOf } from './health';
import classes from './SourceState.module.css';

/** How a source fares, when something came last, and whether its sender is known for sure. */
export function SourceState({ source }: { readonly source: Source }) {
  const { health, words } = healthOf(source);
  return (
    <ul className={classes.state}>
      <li data-health={health}>{words}</li>
      {source.lastDeliveryAt !== null && (
        <li>
          Last delivery <Time iso={source.lastDeliveryAt} as="ago" />
        </li>
      )}
      <li>{checkOf(source)}</li>
    </ul>
  );
}
