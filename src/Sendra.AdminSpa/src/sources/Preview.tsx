import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asProblem, explain } from '../api/problem';
import { Sentence } from '../common/Sentence';
import type { SourceDraft } from './draft';
import { previewQuery } from './queries';
import type { Sample } from './sample';
import classes from './Preview.module.css';

interface PreviewProps {
  readonly sample: Sample;
  readonly draft: SourceDraft;
  readonly onEmailPath: (path: string) => void;
}

/** What the source would read from the payload, or why it would skip it. */
export function Preview({ sample, draft, onEmailPath }: PreviewProps) {
  const [settled] = useDebouncedValue({ sample, draft }, 300);
  const preview = useQuery(previewQuery(settled.sample, settled.draft));
  if (sample.payload.trim() === '') {
    return null;
  }

  if (preview.isPending) {
    return <Skeleton h={80} role="status" aria-label="Reading the payload" />;
  }

  if (preview.isError) {
    return (
      <Alert icon={<IconAlertTriangle size={18} />} role="status">
        <Text size="sm">{explain(asProblem(preview.error))}</Text>
      </Alert>
    );
  }

  const { mapped, reason, emailCandidates, itemCount } = preview.data;
  return (
    <div role="status" className={classes.frame}>
      {mapped ? (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <IconCircleCheck size={20} className={classes.good} aria-hidden />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {itemCount !== undefined && itemCount !== null && <>The list has {itemCount} {itemCount === 1 ? 'item' : 'items'}. The first one becomes the event <b>{mapped.eventName}</b> of </>}
            {(itemCount === undefined || itemCount === null) && <>This becomes the event <b>{mapped.eventName}</b> of </>}
            {mapped.email === null ? 'the contact with the external ID ' : ''}
            <b>{mapped.email ?? mapped.externalId}</b>
            {mapped.email !== null && mapped.externalId !== null && <>, external id {mapped.externalId}</>}
            {mapped.deliveryId && <>, delivery {mapped.deliveryId}</>}.
            {mapped.warnings.map((warning) => ` ${warning.message}`).join('')}
          </Text>
        </Group>
      ) : (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={20} className={classes.warning} aria-hidden />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {reason ? <Sentence text={reason} /> : (draft.emailPath + draft.externalIdPath).trim() === '' ? 'Click the field below that holds the email.' : 'Now choose the event’s name.'}
          </Text>
        </Group>
      )}
      {!mapped && emailCandidates.length > 0 && (
        <Group gap="xs" mt="sm">
          <Text size="sm" c="dimmed">
            Emails found at:
          </Text>
          {emailCandidates.slice(0, 5).map((path) => (
            <Button key={path} size="compact-xs" variant="default" onClick={() => onEmailPath(path)} ff="monospace" aria-label={`Email at ${path}`}>
              {path}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
