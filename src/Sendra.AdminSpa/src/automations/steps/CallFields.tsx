import { ActionIcon, Button, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { LinkTo } from '../../common/LinkTo';
import { nextKey, type CallStep, type Header } from './flow';
import type { StepErrors } from './stepErrors';
import classes from './StepsEditor.module.css';

interface CallFieldsProps {
  readonly step: CallStep;
  readonly onChange: (step: CallStep) => void;
  readonly errors: StepErrors;
}

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'];

/** What a call says. */
export function CallFields({ step, onChange, errors }: CallFieldsProps) {
  const { method, url, headers, body } = step;
  const change = (at: number, part: Partial<Header>) => onChange({ ...step, headers: headers.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <Stack gap="xs">
      <div className={classes.call}>
        <Select label="Method" data={methods} value={method} onChange={(next) => onChange({ ...step, method: next ?? method })} error={errors.method !== undefined} allowDeselect={false} />
        <TextInput
          label="URL"
          placeholder="https://example.com/hooks/signup"
          value={url}
          onChange={(event) => onChange({ ...step, url: event.currentTarget.value })}
          error={errors.url !== undefined}
          spellCheck={false}
          autoComplete="off"
          inputMode="url"
        />
      </div>
      {method !== 'GET' && (
        <Textarea
          label="Body"
          placeholder={'{ "name": "{{ contact.firstName }}", "plan": "{{ event.plan }}" }'}
          value={body}
          onChange={(event) => onChange({ ...step, body: event.currentTarget.value })}
          error={errors.body !== undefined}
          autosize
          minRows={3}
          maxRows={16}
          spellCheck={false}
          classNames={{ input: classes.mono }}
        />
      )}
      {headers.map(({ key, name, value }, at) => (
        <div key={key} className={classes.header}>
          <TextInput aria-label={`Header ${at + 1}`} placeholder="Authorization" value={name} onChange={(event) => change(at, { name: event.currentTarget.value })} error={errors[`headers.${name.trim()}`] !== undefined} spellCheck={false} autoComplete="off" />
          <TextInput aria-label={`Value of header ${at + 1}`} placeholder="Bearer …" value={value} onChange={(event) => change(at, { value: event.currentTarget.value })} spellCheck={false} autoComplete="off" />
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove header ${at + 1}`} onClick={() => onChange({ ...step, headers: headers.filter((_, index) => index !== at) })}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }} onClick={() => onChange({ ...step, headers: [...headers, { key: nextKey(), name: '', value: '' }] })}>
        Add a header
      </Button>
      <Text size="xs" c="dimmed">
        URL, headers and body can use Liquid; the host can’t. Calls are signed with the{' '}
        <LinkTo to="/settings/workspace" underline="always" inherit>
          workspace’s signing secret
        </LinkTo>
        . Without an answer, or with 408, 425, 429 or 5xx, a call is tried up to 8 times.
      </Text>
    </Stack>
  );
}
