import { Button, Paper, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo, useState } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import type { SourceDraft } from './draft';
import { EventNameFields } from './EventNameFields';
import { seenNames } from './namesSeen';
import { PairRows } from './PairRows';
import { fromHeaderLines, toHeaderLines, type KeptSample, type Sample } from './sample';
import { SignatureFields } from './SignatureFields';
import { apiFields, plainText } from './sourceFields';
import { TryPayload } from './TryPayload';
import classes from './SourceForm.module.css';

interface SourceFormProps {
  readonly initial: SourceDraft;
  readonly hasSecret: boolean;
  /** Deliveries to try it on, the one to begin with first. */
  readonly samples?: readonly KeptSample[];
  /** What to try it on while nothing has come. */
  readonly example?: Sample | undefined;
  readonly submitLabel: string;
  readonly onSubmit: (draft: SourceDraft) => Promise<void>;
  readonly error: unknown;
  readonly isPending: boolean;
}

const noSamples: readonly KeptSample[] = [];

/** How to read what a sender posts; a payload shows at once what comes of it. */
export function SourceForm({ initial, hasSecret, samples = noSamples, example, submitLabel, onSubmit, error, isPending }: SourceFormProps) {
  const form = useForm<SourceDraft>({ initialValues: initial });
  const first = samples[0] ?? example;
  const [payload, setPayload] = useState(first?.payload ?? '');
  const [headerLines, setHeaderLines] = useState(toHeaderLines(first?.headers ?? {}));
  const tried = useMemo(() => ({ payload, headers: fromHeaderLines(headerLines) }), [payload, headerLines]);
  const draft = form.values;
  const names = useMemo(() => (draft.nameFrom === 'path' ? seenNames([tried, ...samples], draft.namePath, draft.itemsPath) : []), [tried, samples, draft.nameFrom, draft.namePath, draft.itemsPath]);
  const submit = form.onSubmit((values) => {
    onSubmit(values).catch((failure: unknown) => {
      const errors = fieldErrors(asProblem(failure), apiFields);
      form.setErrors(errors.namePath && values.nameFrom === 'fixed' ? { ...errors, nameFixed: errors.namePath } : errors);
    });
  });

  return (
    <form onSubmit={submit} noValidate className={classes.columns}>
      <Paper withBorder radius="lg" p="lg" className={classes.card}>
        <Stack>
          {error !== null && <ProblemAlert title="We couldn’t save the source" error={error} />}
          <TextInput label="Name" placeholder="Stripe, live mode" required withAsterisk={false} {...form.getInputProps('name')} />
          <TextInput
            label="Items path"
            description="Leave empty for one event per delivery. $ makes each item of a list an event; data.events, each item of a list inside. Paths then start at the item."
            classNames={{ input: classes.path }}
            {...plainText}
            {...form.getInputProps('itemsPath')}
          />
          {draft.bodyPath !== '' && (
            <TextInput
              label="Body path"
              description="The text field that holds the JSON to read."
              classNames={{ input: classes.path }}
              {...plainText}
              {...form.getInputProps('bodyPath')}
            />
          )}
          <TextInput
            label="Email path"
            description="Where the contact’s email is: data.customer.email, or header:X-Email. Several are tried in order: email || customer.email."
            classNames={{ input: classes.path }}
            {...plainText}
            {...form.getInputProps('emailPath')}
          />
          <TextInput
            label="External ID path"
            description="Where your own ID for the person is. It finds the contact when there is no email."
            classNames={{ input: classes.path }}
            {...plainText}
            {...form.getInputProps('externalIdPath')}
          />
          <EventNameFields form={form} names={names} />
          <TextInput
            label="Delivery ID path"
            description="Tells repeated deliveries. The header webhook-id works without it."
            classNames={{ input: classes.path }}
            {...plainText}
            {...form.getInputProps('deliveryIdPath')}
          />
          <TextInput
            label="Properties path"
            description="Leave empty to keep the whole payload as the event’s properties."
            classNames={{ input: classes.path }}
            {...plainText}
            {...form.getInputProps('propertiesPath')}
          />
          <PairRows
            title="Contact properties"
            hint="firstName, lastName, name or a custom field, and the path that fills it."
            rows={draft.contactProperties.map(({ field, path }) => [field, path] as const)}
            onChange={(rows) => form.setFieldValue('contactProperties', rows.map(([field, path]) => ({ field, path })))}
            labels={(row) => [`Contact property ${row}`, `Path of contact property ${row}`]}
            placeholders={['firstName', 'data.first_name']}
            removeLabel="Remove contact property"
            addLabel="Add a property"
            error={form.errors.contactProperties}
          />
          <SignatureFields form={form} hasSecret={hasSecret} />
          <Switch label="Accept deliveries" {...form.getInputProps('enabled', { type: 'checkbox' })} />
          <Button type="submit" loading={isPending} style={{ alignSelf: 'flex-start' }}>
            {submitLabel}
          </Button>
        </Stack>
      </Paper>
      <TryPayload
        form={form}
        samples={samples}
        payload={payload}
        headerLines={headerLines}
        tried={tried}
        onTry={(text, headers) => {
          setPayload(text);
          setHeaderLines(headers);
        }}
      />
    </form>
  );
}
