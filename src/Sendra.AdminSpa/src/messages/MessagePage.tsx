import { Alert, Grid, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { NotLoaded } from '../common/NotLoaded';
import { PageHeader } from '../common/PageHeader';
import { MailView } from '../mails/MailView';
import { CapturedNotice } from './CapturedNotice';
import { MessageHeaders } from './MessageHeaders';
import { MessageStatusBadge } from './MessageStatusBadge';
import { MessageTimeline } from './MessageTimeline';
import { messageQuery, useNames } from './queries';
import { statusWords } from './status';
import { WhySent } from './WhySent';
import classes from './MessagePage.module.css';

const route = getRouteApi('/app/messages/$messageId');

/** One email: what it said, what became of it, and why it was made. */
export default function MessagePage() {
  const { messageId } = route.useParams();
  const query = useQuery(messageQuery(messageId));
  const { templates } = useNames();
  const back = (
    <ButtonTo to="/messages" variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" mb="md" leftSection={<IconArrowLeft size={15} />}>
      Messages
    </ButtonTo>
  );

  if (query.isLoadingError) {
    return (
      <>
        {back}
        <NotLoaded what="message" error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }

  if (query.isPending) {
    return (
      <Stack aria-busy="true" role="status" aria-label="Loading the message">
        <Skeleton h={34} w={260} />
        <Skeleton h={420} radius="lg" />
      </Stack>
    );
  }

  const message = query.data;
  const { email, contactId, templateId, templateVersion, kind, status, reason, subject, html, text, headers } = message;
  const template = templates.get(templateId) ?? 'a template';
  const isWrong = status === 'failed' || status === 'bounced' || status === 'complained';
  return (
    <>
      {back}
      <PageHeader
        title={subject ?? `Email from ${template}`}
        beside={<MessageStatusBadge status={status} />}
        lead={
          <>
            To{' '}
            {contactId === null ? (
              email
            ) : (
              <LinkTo to="/contacts/$contactId" params={{ contactId }} underline="always" inherit>
                {email}
              </LinkTo>
            )}
            . {kind === 'marketing' ? 'Marketing' : 'Transactional'} email, from{' '}
            <LinkTo to="/templates/$templateId" params={{ templateId }} underline="always" inherit>
              {template}
            </LinkTo>
            {templateVersion !== null && `, version ${templateVersion}`}.
          </>
        }
      />
      {status === 'captured' && <CapturedNotice />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            {reason !== null && (
              <Alert color={isWrong ? 'red' : 'yellow'} variant="light" icon={<IconAlertTriangle size={18} />} role="note">
                <Text size="sm" c="var(--mantine-color-text)" className={classes.wrap}>
                  {reason}
                </Text>
              </Alert>
            )}
            {html === null || text === null ? (
              <Paper withBorder radius="lg" p="lg" className={classes.card}>
                <Text size="sm" c="dimmed">
                  {status === 'queued' || status === 'skipped' || status === 'failed'
                    ? 'It was not rendered, so it has no content.'
                    : 'Its content is no longer stored. The workspace settings say for how long contents are kept.'}
                </Text>
              </Paper>
            ) : (
              <MailView subject={subject ?? ''} html={html} text={text} withSubject={false} />
            )}
            {headers !== null && <MessageHeaders headers={headers} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <section aria-labelledby="why">
              <Title order={2} size="h5" mb="xs" id="why">
                Why this message
              </Title>
              <WhySent message={message} />
            </section>
            <section aria-labelledby="became">
              <Title order={2} size="h5" mb="xs" id="became">
                What happened to it
              </Title>
              <Text size="sm" mb="sm">
                {statusWords(status)}
              </Text>
              <MessageTimeline timeline={message.timeline} />
            </section>
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
