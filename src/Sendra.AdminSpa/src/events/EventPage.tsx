import { Paper } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonTo } from '../common/LinkTo';
import { EventView } from './EventView';

const route = getRouteApi('/app/settings/events/log/$eventId');

export default function EventPage() {
  const { eventId } = route.useParams();
  useDocumentTitle('Event · Sendra');
  return (
    <>
      <ButtonTo to="/settings/events" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
        Log
      </ButtonTo>
      <Paper withBorder radius="lg" p={{ base: 'md', sm: 'xl' }} bg="var(--app-surface)" maw={820}>
        <EventView id={eventId} headingOrder={1} />
      </Paper>
    </>
  );
}
