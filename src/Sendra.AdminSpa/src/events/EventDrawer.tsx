import { Drawer, Text, VisuallyHidden } from '@mantine/core';
import { LinkTo } from '../common/LinkTo';
import { EventView } from './EventView';

interface EventDrawerProps {
  readonly eventId: string | undefined;
  readonly onClose: () => void;
}

/** One event beside the log. */
export function EventDrawer({ eventId, onClose }: EventDrawerProps) {
  return (
    <Drawer opened={eventId !== undefined} onClose={onClose} position="right" size="lg" title={<VisuallyHidden>Event</VisuallyHidden>} closeButtonProps={{ 'aria-label': 'Close' }}>
      {eventId && (
        <>
          <EventView id={eventId} headingOrder={2} />
          <Text size="sm" mt="xl">
            <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} underline="always">
              Open on a page of its own
            </LinkTo>
          </Text>
        </>
      )}
    </Drawer>
  );
}
