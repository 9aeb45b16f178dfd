import { Alert, Button, Code, Collapse, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconChevronDown, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { asProblem, explain } from '../api/problem';
import { ContactInput } from '../contacts/ContactInput';
import { EventSampleInput } from '../events/EventSampleInput';
import { MailView } from '../mails/MailView';
import type { TemplateDraft } from './draft';
import { previewQuery } from './queries';
import { sampleWords, toPreview, type Sample } from './sample';
import classes from './TemplatePreview.module.css';

interface TemplatePreviewProps {
  readonly draft: TemplateDraft;
  readonly sample: Sample;
  readonly onSample: (sample: Sample) => void;
}

/** The mail that the draft makes, a moment after it was changed. */
export function TemplatePreview({ draft: { name: _, ...content }, sample, onSample }: TemplatePreviewProps) {
  const [isOpen, setOpen] = useState(false);
  const text = JSON.stringify([content, sample]);
  const [settled] = useDebouncedValue(text, 400);
  const [shown, shownSample] = useMemo(() => JSON.parse(settled) as [typeof content, Sample], [settled]);
  const preview = useQuery(previewQuery(shown, useMemo(() => toPreview(shownSample), [shownSample])));
  const mail = preview.data?.mail;
  const problems = preview.data?.problems ?? [];
  const undefinedVariables = mail?.undefinedVariables ?? [];

  return (
    <section aria-labelledby="preview" className={classes.preview}>
      <Group justify="space-between" gap="xs" wrap="nowrap" mb="xs">
        <Title order={2} size="h5" id="preview">
          Preview
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.who}
          leftSection={<IconUserSearch size={15} />}
          rightSection={<IconChevronDown size={14} />}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-label={`For ${sampleWords(sample)}: change`}
        >
          For {sampleWords(sample)}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack gap="md" className={classes.sample}>
          <ContactInput value={sample.contact} onChange={(contact) => onSample({ ...sample, contact })} />
          <EventSampleInput value={sample.event} onChange={(event) => onSample({ ...sample, event })} />
        </Stack>
      </Collapse>
      <Stack gap="sm" role="status" aria-label="What the preview says">
        {preview.isError && (
          <Alert icon={<IconAlertTriangle size={18} />} role="note" title="The email can’t be rendered">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {explain(asProblem(preview.error))}
            </Text>
          </Alert>
        )}
        {problems.length > 0 && (
          <Alert icon={<IconAlertTriangle size={18} />} role="note" title={mail === undefined ? 'The MJML can’t be read' : 'MJML left something out'}>
            {problems.slice(0, 5).map((problem) => (
              <Text key={problem} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {problem}
              </Text>
            ))}
          </Alert>
        )}
        {undefinedVariables.length > 0 && (
          <Text size="sm" component="div">
            This contact and event don’t have these, so they are left empty:{' '}
            {undefinedVariables.map((variable) => (
              <Code key={variable} className={classes.variable}>
                {variable}
              </Code>
            ))}
          </Text>
        )}
        {mail?.warnings.map(({ field, message }) => (
          <Text key={`${field} ${message}`} size="sm" c="dimmed">
            {message}
          </Text>
        ))}
      </Stack>
      {mail !== undefined && <MailView subject={mail.subject} html={mail.html} text={mail.text} />}
      {preview.isPending && content.source.trim() !== '' && <Skeleton h={420} radius="md" role="status" aria-label="Rendering the preview" />}
      {content.source.trim() === '' && (
        <Text size="sm" c="dimmed">
          There is nothing to show yet.
        </Text>
      )}
    </section>
  );
}
