import { Button, Grid, Skeleton, Stack, Tabs } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconHistory, IconPencil, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { download } from '../common/download';
import { ButtonTo } from '../common/LinkTo';
import { NotLoaded } from '../common/NotLoaded';
import { PageHeader } from '../common/PageHeader';
import { ContactConsent } from './ContactConsent';
import { ContactDialog } from './ContactDialog';
import { ContactEnrollments } from './ContactEnrollments';
import { ContactProperties } from './ContactProperties';
import { ContactTimeline } from './ContactTimeline';
import { EraseContact } from './EraseContact';
import { displayName } from './displayName';
import { contactQuery } from './queries';

const route = getRouteApi('/app/contacts/$contactId');

export default function ContactPage() {
  const { contactId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const contact = useQuery(contactQuery(contactId));
  const [erasing, setErasing] = useState(false);
  const [editing, setEditing] = useState(false);
  const back = (
    <ButtonTo to="/contacts" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
      Contacts
    </ButtonTo>
  );

  if (contact.isLoadingError) {
    return (
      <>
        {back}
        <NotLoaded what="contact" error={contact.error} onRetry={() => void contact.refetch()} />
      </>
    );
  }

  if (contact.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the contact">
        <Skeleton h={34} w={260} />
        <Skeleton h={300} radius="lg" />
      </Stack>
    );
  }

  const { email } = contact.data;
  return (
    <>
      {back}
      <PageHeader
        title={displayName(contact.data) ?? email}
        lead={displayName(contact.data) ? email : undefined}
        actions={
          <>
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
              Edit…
            </Button>
            <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => void download(`/api/contacts/${contactId}/export`)}>
              Export as JSON
            </Button>
            <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setErasing(true)}>
              Erase…
            </Button>
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <ContactConsent contact={contact.data} />
            <ContactProperties contact={contact.data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Tabs value={tab ?? 'timeline'} onChange={(to) => void navigate({ search: to === 'enrollments' ? { tab: to } : {}, resetScroll: false })} keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="timeline" leftSection={<IconHistory size={16} />}>
                Timeline
              </Tabs.Tab>
              <Tabs.Tab value="enrollments" leftSection={<IconUsersGroup size={16} />}>
                Enrollments
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="timeline">
              <ContactTimeline contactId={contactId} email={email} />
            </Tabs.Panel>
            <Tabs.Panel value="enrollments">
              <ContactEnrollments contactId={contactId} />
            </Tabs.Panel>
          </Tabs>
        </Grid.Col>
      </Grid>
      {editing && <ContactDialog contact={contact.data} onClose={() => setEditing(false)} />}
      {erasing && <EraseContact contactId={contactId} email={email} onClose={() => setErasing(false)} />}
    </>
  );
}
