import { IconListSearch } from '@tabler/icons-react';
import { ButtonTo } from '../common/LinkTo';

/** Leads to the log of the trigger's event. */
export function LogOfTrigger({ eventName }: { readonly eventName: string }) {
  return eventName === '' ? null : (
    <ButtonTo to="/settings/events" search={{ name: [eventName] }} size="compact-sm" variant="light" leftSection={<IconListSearch size={15} />} aria-label={`Log of ${eventName}`}>
      Log →
    </ButtonTo>
  );
}
