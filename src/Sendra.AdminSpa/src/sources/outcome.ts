import type { Delivery } from '../api/types';

type Outcome = Pick<Delivery, 'status' | 'items' | 'code'>;

/** What came of a delivery that gives no reason. */
export function outcomeOf({ status, code, items }: Outcome): string {
  switch (status) {
    case 'processed':
      return items === null ? 'Became an event.' : `${items.filter((item) => item.status === 'processed').length} of ${items.length} items became events.`;
    case 'duplicate':
      return 'It was received before.';
    case 'handshake':
      return 'The sender’s question was answered.';
    default:
      return code ?? status;
  }
}
