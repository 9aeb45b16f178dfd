import type { EventDetails } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { clientNames } from './originWords';

/** By which door the event came; leads to the delivery while its source is there, or to the enrollment whose step sent it. */
export function Origin({ origin: { type, sourceId, sourceName, deliveryId, automationName, enrollmentId, client } }: Pick<EventDetails, 'origin'>) {
  if (type === 'api') {
    return client ? `API, by ${clientNames[client]}'s client` : 'API';
  }

  if (type === 'automation' && enrollmentId) {
    return (
      <>
        Sent by automation{' '}
        <LinkTo to="/enrollments/$enrollmentId" params={{ enrollmentId }} size="sm">
          {automationName ?? 'of a run'}
        </LinkTo>
      </>
    );
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
