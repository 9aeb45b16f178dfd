import { Button, Grid, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { members } from '../common/jsonText';
import { ButtonTo } from '../common/LinkTo';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { Time } from '../common/Time';
import { ContactEnrollments } from './ContactEnrollments';
import { ContactTimeline } from './ContactTimeline';
import { EraseContact } from './EraseContact';
import { displayName } from './displayName';
import { contactQuery } from './queries';
import classes from './ContactPage.module.css';

const route = getRouteApi('/app/contacts/$contactId');

export default function ContactPage() {
  const { contactId } = route.useParams();
  const contact = useQuery(contactQuery(contactId));
  const [erasing, setErasing] = useState(false);
  const back = (
    <ButtonTo to="/contacts" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
      Contacts
    </ButtonTo>
  );

  if (contact.isError) {
    return (
      <>
        {back}
        <ProblemAlert title="The contact could not be loaded" error={contact.error} onRetry={() => void contact.refetch()} />
      </>
    );
  }

  if (contact.isPending) {
    return (
      <Stack aria-busy="true" aria-label="Loading the contact">
        <Skeleton h={34} w={260} />
        <Skeleton h={300} radius="lg" />
      </Stack>
    );
  }

  const { email, firstName, lastName, name, customFields, createdAt } = contact.data;
  const properties: [string, string | null][] = [['firstName', firstName], ['lastName', lastName], ['name', name], ...members(customFields ?? '{}').map(readValue)];
  return (
    <>
      {back}
      <PageHeader
        title={displayName(contact.data) ?? email}
        lead={displayName(contact.data) ? email : undefined}
        actions={
          <>
            <Button component="a" href={`/api/contacts/${contactId}/export`} download variant="default" leftSection={<IconDownload size={16} />}>
              Export as JSON
            </Button>
            <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setErasing(true)}>
              Erase …
            </Button>
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Paper withBorder radius="lg" p="lg" className={classes.card} component="section" aria-labelledby="properties">
            <Title order={2} size="h5" mb="sm" id="properties">
              Properties
            </Title>
            <dl className={classes.properties}>
              {properties.map(([key, value]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{value ?? (
                    <Text span inherit c="dimmed">
                      not set
                    </Text>
                  )}</dd>
                </div>
              ))}
              <div>
                <dt>created</dt>
                <dd>
                  <Time iso={createdAt} />
                </dd>
              </div>
            </dl>
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <ContactEnrollments contactId={contactId} />
            <ContactTimeline contactId={contactId} email={email} />
          </Stack>
        </Grid.Col>
      </Grid>
      {erasing && <EraseContact contactId={contactId} email={email} onClose={() => setErasing(false)} />}
    </>
  );
}

// Strings without their quotes; numbers with the digits they came with.
function readValue([name, json]: readonly [string, string]): [string, string | null] {
  return [name, json === 'null' ? null : json.startsWith('"') ? (JSON.parse(json) as string) : json];
}
