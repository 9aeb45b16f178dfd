import { ActionIcon, Button, Group, Paper, PasswordInput, SegmentedControl, Select, Stack, Switch, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import { ProblemAlert } from '../common/ProblemAlert';
import { timeAgo } from '../common/time';
import { useNow } from '../common/useNow';
import { hasPublicKeys, hasSecrets, readsHeaders, signatureSchemes, type SourceDraft } from './draft';
import { PayloadPicker } from './PayloadPicker';
import { Preview } from './Preview';
import { fromHeaderLines, toHeaderLines, type KeptSample } from './sample';
import { SeenNames } from './SeenNames';
import { seenNames } from './namesSeen';
import classes from './SourceForm.module.css';

interface SourceFormProps {
  readonly initial: SourceDraft;
  readonly hasSecret: boolean;
  /** Deliveries to try it on, the one to begin with first. */
  readonly samples?: readonly KeptSample[];
  readonly submitLabel: string;
  readonly onSubmit: (draft: SourceDraft) => Promise<void>;
  readonly error: unknown;
  readonly isPending: boolean;
}

const noSamples: readonly KeptSample[] = [];

// The API's fields by the form's.
const fields = {
  eventName: 'namePath',
  'eventName.path': 'namePath',
  'eventName.fixed': 'nameFixed',
  'signature.scheme': 'scheme',
  'signature.header': 'signatureHeader',
  'signature.field': 'signatureField',
  'signature.timestamp.field': 'timeField',
  'signature.topic': 'topic',
  'signature.algorithm': 'signatureAlgorithm',
  'signature.part': 'signaturePart',
  'signature.signed': 'signed',
  'signature.timestamp': 'timeHeader',
  'signature.user': 'user',
  'signature.publicKeys': 'publicKeys',
  'eventName.prefix': 'namePrefix',
  'eventName.only': 'nameOnly',
  'signature.prefix': 'signaturePrefix',
  'signature.secrets': 'secret',
};

/** How to read what a sender posts; a pasted payload shows at once what comes of it. */
export function SourceForm({ initial, hasSecret, samples = noSamples, submitLabel, onSubmit, error, isPending }: SourceFormProps) {
  const form = useForm<SourceDraft>({ initialValues: initial });
  const [payload, setPayload] = useState(samples[0]?.payload ?? '');
  const [headerLines, setHeaderLines] = useState(toHeaderLines(samples[0]?.headers ?? {}));
  const tried = useMemo(() => ({ payload, headers: fromHeaderLines(headerLines) }), [payload, headerLines]);
  const draft = form.values;
  const now = useNow();
  const names = useMemo(() => (draft.nameFrom === 'path' ? seenNames([tried, ...samples], draft.namePath, draft.itemsPath) : []), [tried, samples, draft.nameFrom, draft.namePath, draft.itemsPath]);
  const submit = form.onSubmit((values) => {
    onSubmit(values).catch((failure: unknown) => {
      const errors = fieldErrors(asProblem(failure), fields);
      form.setErrors(errors.namePath && values.nameFrom === 'fixed' ? { ...errors, nameFixed: errors.namePath } : errors);
    });
  });
  const text = { spellCheck: false, autoComplete: 'off' };

  return (
    <form onSubmit={submit} noValidate className={classes.columns}>
      <Paper withBorder radius="lg" p="lg" className={classes.card}>
        <Stack>
          {error !== null && <ProblemAlert title="The source was not saved" error={error} />}
          <TextInput label="Name" placeholder="Stripe, live mode" required withAsterisk={false} {...form.getInputProps('name')} />
          <TextInput
            label="Items path"
            description="Empty makes a delivery one event. $ makes each item of a list an event; data.events those of a list inside. Paths then start at the item."
            classNames={{ input: classes.path }}
            {...text}
            {...form.getInputProps('itemsPath')}
          />
          {draft.bodyPath !== '' && (
            <TextInput
              label="Body path"
              description="The text field that holds the JSON which is read."
              classNames={{ input: classes.path }}
              {...text}
              {...form.getInputProps('bodyPath')}
            />
          )}
          <TextInput
            label="Email path"
            description="Where the contact’s email is: data.customer.email, or header:X-Email. Several are tried in order: email || customer.email."
            classNames={{ input: classes.path }}
            {...text}
            {...form.getInputProps('emailPath')}
          />
          <TextInput
            label="External id path"
            description="Where your own id of the person is. It becomes the contact’s id, and finds the contact when there is no email."
            classNames={{ input: classes.path }}
            {...text}
            {...form.getInputProps('externalIdPath')}
          />
          <div>
            <Text size="sm" fw={500} mb={4} id="name-from">
              The event’s name is
            </Text>
            <SegmentedControl
              fullWidth
              aria-labelledby="name-from"
              data={[
                { value: 'path', label: 'read from a field' },
                { value: 'fixed', label: 'always the same' },
              ]}
              {...form.getInputProps('nameFrom')}
            />
          </div>
          {draft.nameFrom === 'path' ? (
            <>
              <TextInput label="Event name path" placeholder="type" classNames={{ input: classes.path }} {...text} {...form.getInputProps('namePath')} />
              {names.length > 0 && (
                <SeenNames
                  names={names}
                  naming={draft}
                  onChange={({ nameMap, nameOnly }) => {
                    form.setFieldValue('nameMap', nameMap);
                    form.setFieldValue('nameOnly', nameOnly);
                  }}
                />
              )}
              <Names rows={draft.nameMap} onChange={(rows) => form.setFieldValue('nameMap', rows)} />
              <TextInput label="Name prefix" description="Goes before every name that is not renamed." placeholder="shop." {...text} {...form.getInputProps('namePrefix')} />
              <Textarea
                label="Only these events"
                description="The names as they come, one a line; others are ignored. Empty takes all."
                autosize
                maxRows={8}
                spellCheck={false}
                classNames={{ input: classes.path }}
                {...form.getInputProps('nameOnly')}
              />
              <Switch
                label="Keep names as they come"
                description="Otherwise orders/create becomes orders.create, which can be declared."
                {...form.getInputProps('keepName', { type: 'checkbox' })}
              />
            </>
          ) : (
            <TextInput label="Event name" placeholder="purchaseCompleted" {...text} {...form.getInputProps('nameFixed')} />
          )}
          <TextInput
            label="Delivery id path"
            description="By which a repeat is known; the header webhook-id counts without it."
            classNames={{ input: classes.path }}
            {...text}
            {...form.getInputProps('deliveryIdPath')}
          />
          <TextInput
            label="Properties path"
            description="Empty keeps the whole payload as the event’s properties."
            classNames={{ input: classes.path }}
            {...text}
            {...form.getInputProps('propertiesPath')}
          />
          <ContactProperties rows={draft.contactProperties} onChange={(rows) => form.setFieldValue('contactProperties', rows)} error={form.errors.contactProperties} />
          <Select label="Signature check" data={signatureSchemes} allowDeselect={false} {...form.getInputProps('scheme')} />
          {(draft.scheme === 'hmacSha256' || draft.scheme === 'general' || draft.scheme === 'token') && (
            <>
              <TextInput
                label={draft.scheme === 'token' ? 'Token header' : 'Signature header'}
                placeholder={draft.scheme === 'token' ? 'Authorization' : 'X-Signature'}
                {...text}
                {...form.getInputProps('signatureHeader')}
              />
              {draft.scheme !== 'token' && <Select label="Signature encoding" data={['hex', 'base64']} allowDeselect={false} {...form.getInputProps('signatureEncoding')} />}
              <TextInput label={draft.scheme === 'token' ? 'Token prefix' : 'Signature prefix'} placeholder="sha256=" {...text} {...form.getInputProps('signaturePrefix')} />
            </>
          )}
          {draft.scheme === 'general' && (
            <>
              <Select label="Algorithm" data={['hmacSha1', 'hmacSha256', 'hmacSha512', 'ed25519', 'ecdsaP256']} allowDeselect={false} {...form.getInputProps('signatureAlgorithm')} />
              <TextInput label="Signature field" placeholder="signature.signature" description="Where the body carries the signature instead of a header." {...text} {...form.getInputProps('signatureField')} />
              <TextInput label="What is signed" placeholder="{timestamp}.{body}" description="Empty for the body alone. {url}, {method}, {form}, {header:Name} and {field:path} can be signed, too." {...text} {...form.getInputProps('signed')} />
              <TextInput label="Part of the signature" placeholder="v1" description="Where the header has several key=value parts." {...text} {...form.getInputProps('signaturePart')} />
              <Group grow>
                <TextInput label="Time header" {...text} {...form.getInputProps('timeHeader')} />
                <TextInput label="or time part" placeholder="t" {...text} {...form.getInputProps('timePart')} />
                <TextInput label="or time field" {...text} {...form.getInputProps('timeField')} />
              </Group>
            </>
          )}
          {draft.scheme === 'basic' && <TextInput label="User" {...text} {...form.getInputProps('user')} />}
          {hasPublicKeys(draft) && (
            <Textarea label="Public keys" description="The sender’s, as it shows them. One a line, or in PEM." autosize minRows={2} spellCheck={false} {...form.getInputProps('publicKeys')} />
          )}
          {draft.scheme === 'sns' && <TextInput label="Topic" placeholder="arn:aws:sns:us-east-1:123456789012:mail" description="The ARN of the only topic whose messages are taken. Empty takes any that Amazon signed." {...text} {...form.getInputProps('topic')} />}
          {hasSecrets(draft) && (
            <PasswordInput
              label="Signing secret"
              description={hasSecret ? 'Kept as it is when left empty.' : 'As the sender shows it; it may follow later, since many show it only once they know the URL. It is stored encrypted and never shown again.'}
              autoComplete="off"
              aria-invalid={form.errors.secret !== undefined}
              {...form.getInputProps('secret')}
            />
          )}
          <Switch label="Takes deliveries" {...form.getInputProps('enabled', { type: 'checkbox' })} />
          <Button type="submit" loading={isPending}>
            {submitLabel}
          </Button>
        </Stack>
      </Paper>
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
              data={samples.map(({ id, receivedAt, status, code }, at) => ({ value: id, label: `${at + 1}. ${timeAgo(receivedAt, now)}, ${status}${code === null ? '' : ` (${code})`}` }))}
              value={samples.find((sample) => sample.payload === payload && toHeaderLines(sample.headers) === headerLines)?.id ?? null}
              onChange={(id) => {
                const sample = samples.find((one) => one.id === id);
                if (sample !== undefined) {
                  setPayload(sample.payload);
                  setHeaderLines(toHeaderLines(sample.headers));
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
            description="Paste what the sender posts, for example from its documentation. It is only tried, not kept."
            placeholder={'{\n  "type": "checkout.completed",\n  "data": { "email": "ada@example.com" }\n}'}
            autosize
            minRows={6}
            maxRows={16}
            spellCheck={false}
            classNames={{ input: classes.path }}
            value={payload}
            onChange={(event) => setPayload(event.currentTarget.value)}
          />
          {(headerLines !== '' || readsHeaders(draft)) && (
            <Textarea
              label="Headers"
              description="A header a line, for what is read from one."
              placeholder="X-GitHub-Event: push"
              autosize
              minRows={2}
              maxRows={10}
              spellCheck={false}
              classNames={{ input: classes.path }}
              value={headerLines}
              onChange={(event) => setHeaderLines(event.currentTarget.value)}
            />
          )}
        </Stack>
      </Paper>
    </form>
  );
}

interface NamesProps {
  readonly rows: SourceDraft['nameMap'];
  readonly onChange: (rows: SourceDraft['nameMap']) => void;
}

function Names({ rows, onChange }: NamesProps) {
  const change = (at: number, part: Partial<(typeof rows)[number]>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div>
      <Text size="sm" fw={500}>
        Renamed events
      </Text>
      <Stack gap="xs">
        {rows.map((row, at) => (
          <Group key={at} gap="xs" wrap="nowrap">
            <TextInput aria-label={`Name ${at + 1} as it comes`} placeholder="orders/create" value={row.from} onChange={(event) => change(at, { from: event.currentTarget.value })} className={classes.half} />
            <TextInput aria-label={`Name ${at + 1} here`} placeholder="orderCreated" value={row.to} onChange={(event) => change(at, { to: event.currentTarget.value })} className={classes.half} />
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove name ${at + 1}`} onClick={() => onChange(rows.filter((_, index) => index !== at))}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Button variant="subtle" size="compact-sm" mt="xs" leftSection={<IconPlus size={14} />} onClick={() => onChange([...rows, { from: '', to: '' }])}>
        Rename an event
      </Button>
    </div>
  );
}

interface ContactPropertiesProps {
  readonly rows: SourceDraft['contactProperties'];
  readonly onChange: (rows: SourceDraft['contactProperties']) => void;
  readonly error: ReactNode;
}

function ContactProperties({ rows, onChange, error }: ContactPropertiesProps) {
  const change = (at: number, part: Partial<(typeof rows)[number]>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div>
      <Text size="sm" fw={500}>
        Contact properties
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        firstName, lastName, name or a custom field, and the path that fills it.
      </Text>
      <Stack gap="xs">
        {rows.map((row, at) => (
          <Group key={at} gap="xs" wrap="nowrap">
            <TextInput aria-label={`Contact property ${at + 1}`} placeholder="firstName" value={row.field} onChange={(event) => change(at, { field: event.currentTarget.value })} className={classes.half} />
            <TextInput aria-label={`Path of contact property ${at + 1}`} placeholder="data.first_name" value={row.path} onChange={(event) => change(at, { path: event.currentTarget.value })} className={classes.half} classNames={{ input: classes.path }} />
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove contact property ${at + 1}`} onClick={() => onChange(rows.filter((_, index) => index !== at))}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {error}
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" mt="xs" leftSection={<IconPlus size={14} />} onClick={() => onChange([...rows, { field: '', path: '' }])}>
        Add a property
      </Button>
    </div>
  );
}
