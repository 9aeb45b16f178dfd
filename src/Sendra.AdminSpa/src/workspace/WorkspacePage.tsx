import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../access/session';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { AuditForm } from './AuditForm';
import { ContentForm } from './ContentForm';
import { DeleteWorkspace } from './DeleteWorkspace';
import { NameForm } from './NameForm';
import { workspaceSettingsQuery } from './queries';
import { RetentionForm } from './RetentionForm';
import { SenderForm } from './SenderForm';
import { SendingLimitForm } from './SendingLimitForm';
import { SigningSecret } from './SigningSecret';
import { TimeZoneForm } from './TimeZoneForm';

export default function WorkspacePage() {
  const { workspace } = useMe();
  const settings = useQuery(workspaceSettingsQuery);
  return (
    <div style={{ maxWidth: 720 }}>
      <PageHeader title="Workspace" lead={`Settings for everyone in ${workspace.name}.`} />
      {settings.isError && <ProblemAlert title="We couldn’t load the settings" error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton h={240} radius="lg" role="status" aria-label="Loading the settings" />}
      {settings.data !== undefined && (
        <Stack gap="lg">
          {workspace.role === 'owner' && <NameForm key={workspace.name} id={workspace.id} saved={workspace.name} />}
          <SenderForm key={`from ${JSON.stringify(settings.data.sender)}`} saved={settings.data.sender} />
          <SendingLimitForm key={`limits ${settings.data.messagesPerSecond} ${settings.data.messagesPerDay}`} saved={settings.data} />
          <RetentionForm key={`kept ${settings.data.retentionDays}`} saved={settings.data.retentionDays} />
          <ContentForm key={`contents ${settings.data.contentDays}`} saved={settings.data.contentDays} />
          {workspace.role === 'owner' && <AuditForm key={`audit ${settings.data.auditDays}`} saved={settings.data.auditDays} />}
          <TimeZoneForm key={`${settings.data.timeZone} ${settings.data.contactTimeZoneField}`} saved={settings.data} />
          {settings.data.signingSecret !== null && <SigningSecret secret={settings.data.signingSecret} />}
          {workspace.role === 'owner' && <DeleteWorkspace id={workspace.id} name={workspace.name} />}
        </Stack>
      )}
    </div>
  );
}
