import { Paper, Select, Stack, Textarea, Title } from '@mantine/core';
import { timeAgo } from '../common/time';
import { useNow } from '../common/useNow';
import { readsHeaders } from './draft';
import { PayloadPicker } from './PayloadPicker';
import { Preview } from './Preview';
import { toHeaderLines, type KeptSample, type Sample } from './sample';
import type { SourceFields } from './sourceFields';
import classes from './SourceForm.module.css';

interface TryPayloadProps {
  readonly form: SourceFields;
  /** Deliveries that can be tried. */
  readonly samples: readonly KeptSample[];
  readonly payload: string;
  readonly headerLines: string;
  /** The two together. */
  readonly tried: Sample;
  readonly onTry: (payload: string, headerLines: string) => void;
}

/** A payload, what the mapping makes of it, and its fields to click. */
export function TryPayload({ form, samples, payload, headerLines, tried, onTry }: TryPayloadProps) {
  const draft = form.values;
  const now = useNow();
  return (
    <Paper withBorder radius="lg" p="lg" className={classes.card} component="section" aria-labelledby="try">
      <Stack>
        <Title order={2} size="h5" id="try">
          Try it on a payload
        </Title>
        <Preview sample={tried} draft={draft} onEmailPath={(path) => form.setFieldValue('emailPath', path)} />
        {samples.length > 0 && (
          <Select
            label="Delivery"
            placeholder="A payload of your own"
            data={samples.map(({ id, receivedAt, status }, at) => ({ value: id, label: `${at + 1}. ${timeAgo(receivedAt, now)}, ${status}` }))}
            value={samples.find((sample) => sample.payload === payload && toHeaderLines(sample.headers) === headerLines)?.id ?? null}
            onChange={(id) => {
              const sample = samples.find((one) => one.id === id);
              if (sample !== undefined) {
                onTry(sample.payload, toHeaderLines(sample.headers));
              }
            }}
          />
        )}
        {payload.trim() !== '' && (
          <PayloadPicker
            payload={payload}
            headers={tried.headers}
            picked={{
              emailPath: draft.emailPath,
              externalIdPath: draft.externalIdPath,
              namePath: draft.nameFrom === 'path' ? draft.namePath : '',
              deliveryIdPath: draft.deliveryIdPath,
            }}
            itemsPath={draft.itemsPath}
            onItems={(path) => form.setFieldValue('itemsPath', path)}
            onPick={(field, path) => {
              form.setFieldValue(field, path);
              if (field === 'namePath') {
                form.setFieldValue('nameFrom', 'path');
              }
            }}
          />
        )}
        <Textarea
          label="Payload"
          description="Paste what the sender posts, for example from its documentation. It isn’t kept."
          placeholder={'{\n  "type": "checkout.completed",\n  "data": { "email": "ada@example.com" }\n}'}
          autosize
          minRows={6}
          maxRows={16}
          spellCheck={false}
          classNames={{ input: classes.path }}
          value={payload}
          onChange={(event) => onTry(event.currentTarget.value, headerLines)}
        />
        {(headerLines !== '' || readsHeaders(draft)) && (
          <Textarea
            label="Headers"
            description="One header per line, for values that are read from headers."
            placeholder="X-GitHub-Event: push"
            autosize
            minRows={2}
            maxRows={10}
            spellCheck={false}
            classNames={{ input: classes.path }}
            value={headerLines}
            onChange={(event) => onTry(payload, event.currentTarget.value)}
          />
        )}
      </Stack>
    </Paper>
  );
}
