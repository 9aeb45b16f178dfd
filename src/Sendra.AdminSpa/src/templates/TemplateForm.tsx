import { Alert, Button, Checkbox, Group, Input, Paper, SegmentedControl, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import type { Template } from '../api/types';
import { ProblemAlert } from '../common/ProblemAlert';
import { useLeaveGuard } from '../common/useLeaveGuard';
import type { TemplateDraft, TemplateFormat } from './draft';
import { TemplatePreview } from './TemplatePreview';
import { TestSendButton } from './TestSendButton';
import { useSample } from './useSample';
import { useTemplateFields } from './useTemplateFields';
import classes from './TemplateForm.module.css';

// CodeMirror comes only where something is written with it.
const SourceEditor = lazy(() => import('./source/SourceEditor'));

interface TemplateFormProps {
  readonly initial: TemplateDraft;
  readonly submitLabel: string;
  /** Fulfilled when it is saved, rejected with a problem. */
  readonly onSubmit: (draft: TemplateDraft) => Promise<void>;
  readonly onDirty?: (isDirty: boolean) => void;
  readonly warnings?: Template['warnings'];
  /** Whether it can be saved before anything is changed: it is new. */
  readonly isNew?: boolean;
  /** Of a saved one, which can be sent as a test. */
  readonly templateId?: string;
  /** What stands below the form, given how to put another content into it. */
  readonly beside?: (load: (content: Omit<TemplateDraft, 'name'>) => void) => ReactNode;
}

/** What an email says, and how it looks. */
export function TemplateForm({ initial, submitLabel, onSubmit, onDirty, warnings = [], isNew = false, templateId, beside }: TemplateFormProps) {
  const form = useForm<TemplateDraft>({ initialValues: initial });
  const saved = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [sample, setSample] = useSample();
  const fields = useTemplateFields(sample);
  const { format, source, text } = form.values;
  const isDirty = form.isDirty();
  useEffect(() => onDirty?.(isDirty), [onDirty, isDirty]);
  useLeaveGuard(() => !saved.current && form.isDirty());

  const submit = async (draft: TemplateDraft) => {
    setPending(true);
    try {
      saved.current = true;
      await onSubmit(draft);
      setFailure(undefined);
      form.resetDirty();
    } catch (refused) {
      saved.current = false;
      const problem = asProblem(refused);
      setFailure(problem.code === 'changedMeanwhile' ? undefined : refused);
      form.setErrors(fieldErrors(problem, { html: 'source' }));
    } finally {
      setPending(false);
    }
  };

  return (
    <form onSubmit={form.onSubmit((draft) => void submit(draft))} noValidate>
      <div className={classes.columns}>
        <Stack gap="md" miw={0}>
          {failure !== undefined && <ProblemAlert title="We couldn’t save the template" error={failure} />}
          {warnings.map(({ code, message }) => (
            <Alert key={code} color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} role="note">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {message}
              </Text>
            </Alert>
          ))}
          <TextInput label="Name" description="Contacts don’t see it." placeholder="Welcome" required withAsterisk={false} {...form.getInputProps('name')} />
          <TextInput label="Subject" placeholder="Welcome, {{ contact.firstName }}!" required withAsterisk={false} {...form.getInputProps('subject')} />
          <TextInput label="Preheader" description="Inboxes show it after the subject." placeholder="Three things to try first." {...form.getInputProps('preheader')} />
          <Input.Wrapper label="Content" labelElement="div" error={form.errors.source ?? form.errors.format}>
            <Group justify="space-between" gap="xs" my={6}>
              <SegmentedControl
                aria-label="Format"
                size="xs"
                value={format}
                onChange={(next) => form.setFieldValue('format', next as TemplateFormat)}
                data={[
                  { value: 'html', label: 'HTML' },
                  { value: 'mjml', label: 'MJML' },
                ]}
              />
              <Text size="xs" c="dimmed">
                Type {'{{'} for fields
              </Text>
            </Group>
            <Paper withBorder radius="md" className={classes.source}>
              <Suspense fallback={<Skeleton h="100%" role="status" aria-label="Loading the editor" />}>
                <SourceEditor label="Content" value={source} onChange={(next) => form.setFieldValue('source', next)} format={format} fields={fields} />
              </Suspense>
            </Paper>
          </Input.Wrapper>
          <Checkbox
            label="Create the text part from the content"
            description="Email apps that don’t show HTML show the text part."
            checked={text === null}
            onChange={(event) => form.setFieldValue('text', event.currentTarget.checked ? null : '')}
          />
          {text !== null && <Textarea label="Text part" autosize minRows={6} maxRows={20} classNames={{ input: classes.mono }} {...form.getInputProps('text')} value={text} />}
          <Group>
            <Button type="submit" loading={isPending} disabled={!isDirty && !isNew}>
              {submitLabel}
            </Button>
            {templateId !== undefined && <TestSendButton templateId={templateId} sample={sample} isDirty={isDirty} />}
            {isDirty && !isNew && (
              <Button variant="subtle" onClick={() => form.reset()}>
                Discard changes
              </Button>
            )}
          </Group>
          {beside?.((content) => form.setValues(content))}
        </Stack>
        <div className={classes.beside}>
          <TemplatePreview draft={form.values} sample={sample} onSample={setSample} />
        </div>
      </div>
    </form>
  );
}
