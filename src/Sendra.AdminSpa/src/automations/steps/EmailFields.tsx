import { Group, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkTo } from '../../common/LinkTo';
import { templateQuery } from '../../templates/queries';
import { workspaceSettingsQuery } from '../../workspace/queries';
import type { EmailStep } from './flow';
import type { StepErrors } from './stepErrors';
import { TemplateSelect } from './TemplateSelect';

interface EmailFieldsProps {
  readonly step: EmailStep;
  readonly onChange: (step: EmailStep) => void;
  readonly errors: StepErrors;
}

const kinds = [
  { value: 'marketing', label: 'Marketing', text: 'Promotes something. People who unsubscribed don’t get it, and every email has an unsubscribe link.' },
  { value: 'transactional', label: 'Transactional', text: 'Answers something the contact did, such as a receipt. People who unsubscribed still get it.' },
] as const;

/** Which email is sent, and as what. */
export function EmailFields({ step, onChange, errors }: EmailFieldsProps) {
  const { templateId, kind, subject, from } = step;
  const chosen = useQuery({ ...templateQuery(templateId), enabled: templateId !== '' }).data;
  const settings = useQuery(workspaceSettingsQuery).data;
  // A journey tells one email from another by the step's name.
  const pick = (id: string, name: string) => onChange({ ...step, templateId: id, name: step.name === '' || step.name === chosen?.name ? name : step.name });

  return (
    <Stack gap="sm">
      <TemplateSelect templateId={templateId} onPick={pick} isWrong={errors.templateId !== undefined} />
      <Group gap="md">
        {/* In tabs of their own: the form here may not be saved yet. */}
        {templateId !== '' && (
          <LinkTo to="/templates/$templateId" params={{ templateId }} target="_blank" size="sm" underline="always">
            Edit this template
          </LinkTo>
        )}
        <LinkTo to="/templates/new" target="_blank" size="sm" underline="always">
          New template
        </LinkTo>
      </Group>
      <Input.Wrapper label="Kind" labelElement="div" error={errors.kind !== undefined}>
        <SegmentedControl
          aria-label="Kind"
          mt={4}
          data={kinds.map(({ value, label }) => ({ value, label }))}
          value={kind}
          onChange={(next) => onChange({ ...step, kind: next as EmailStep['kind'] })}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {kinds.find((one) => one.value === kind)?.text}
        </Text>
      </Input.Wrapper>
      <TextInput
        label="Subject"
        description="If empty, the template’s subject."
        placeholder={chosen?.subject ?? 'Welcome, {{ contact.firstName }}!'}
        value={subject}
        onChange={(event) => onChange({ ...step, subject: event.currentTarget.value })}
        error={errors.subject !== undefined}
      />
      <TextInput
        label="From"
        description={settings?.sender === null ? <NoSender /> : 'If empty, the workspace’s sender.'}
        placeholder="Ada of Acme <ada@example.com>"
        value={from}
        onChange={(event) => onChange({ ...step, from: event.currentTarget.value })}
        error={errors.from !== undefined}
        spellCheck={false}
        autoComplete="off"
      />
    </Stack>
  );
}

const NoSender = () => (
  <>
    Without it, this email is skipped: the workspace has no{' '}
    <LinkTo to="/settings/workspace" target="_blank" inherit underline="always">
      sender
    </LinkTo>{' '}
    yet.
  </>
);
