import type { EventDetails } from '../api/types';
import { LinkTo } from '../common/LinkTo';

/** By which door the event came; leads to the delivery while its source is there. */
export function Origin({ origin: { type, sourceId, sourceName, deliveryId } }: Pick<EventDetails, 'origin'>) {
  if (type === 'api') {
    return 'API';
  }

  if (!sourceId || !sourceName) {
    return 'Webhook';
  }

  return (
    <>
      Webhook,{' '}
      <LinkTo to="/settings/events/sources/$sourceId" params={{ sourceId }} search={{ delivery: deliveryId ?? undefined }} size="sm">
        {sourceName}
      </LinkTo>
    </>
  );
}
