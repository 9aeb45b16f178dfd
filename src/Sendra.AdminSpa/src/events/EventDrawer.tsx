import { ActionIcon, Drawer, Group, Kbd, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkTo } from '../common/LinkTo';
import { EventView } from './EventView';

interface EventDrawerProps {
  readonly eventId: string | undefined;
  /** The ids of the log as it is shown, in its order. */
  readonly ids: readonly string[];
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One event beside the log; j and k go on to the next and the previous one. */
export function EventDrawer({ eventId, ids, onOpen, onClose }: EventDrawerProps) {
  const at = eventId === undefined ? -1 : ids.indexOf(eventId);
  const next = at >= 0 ? ids[at + 1] : ids[0];
  const previous = at > 0 ? ids[at - 1] : undefined;
  const go = (to: string | undefined) => to !== undefined && onOpen(to);
  useHotkeys([
    ['j', () => go(next)],
    ['k', () => go(previous)],
  ]);
  return (
    <Drawer.Root opened={eventId !== undefined} onClose={onClose} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>
            <VisuallyHidden>Event</VisuallyHidden>
          </Drawer.Title>
          {at >= 0 && (
            <Group gap={4} role="group" aria-label="Other events">
              <Step label="Previous event" letter="k" icon={<IconChevronUp size={17} />} to={previous} onGo={go} />
              <Step label="Next event" letter="j" icon={<IconChevronDown size={17} />} to={next} onGo={go} />
            </Group>
          )}
          <Drawer.CloseButton aria-label="Close" />
        </Drawer.Header>
        <Drawer.Body>
          {eventId && (
            <>
              <EventView id={eventId} headingOrder={2} />
              <Text size="sm" mt="xl">
                <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} underline="always">
                  Open as a page
                </LinkTo>
              </Text>
            </>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

interface StepProps {
  readonly label: string;
  readonly letter: string;
  readonly icon: ReactNode;
  readonly to: string | undefined;
  readonly onGo: (to: string | undefined) => void;
}

function Step({ label, letter, icon, to, onGo }: StepProps) {
  return (
    <Tooltip
      label={
        <>
          {label} <Kbd size="xs">{letter}</Kbd>
        </>
      }
    >
      <ActionIcon variant="default" aria-label={label} aria-keyshortcuts={letter} disabled={to === undefined} onClick={() => onGo(to)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
