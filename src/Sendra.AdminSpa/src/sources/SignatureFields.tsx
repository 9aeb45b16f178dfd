import { Group, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { hasPublicKeys, hasSecrets, signatureSchemes } from './draft';
import { plainText, type SourceFields } from './sourceFields';

interface SignatureFieldsProps {
  readonly form: SourceFields;
  readonly hasSecret: boolean;
}

/** How it is known that the sender sent it. */
export function SignatureFields({ form, hasSecret }: SignatureFieldsProps) {
  const draft = form.values;
  return (
    <>
      <Select label="Signature check" data={signatureSchemes} allowDeselect={false} {...form.getInputProps('scheme')} />
      {(draft.scheme === 'hmacSha256' || draft.scheme === 'general' || draft.scheme === 'token') && (
        <>
          <TextInput
            label={draft.scheme === 'token' ? 'Token header' : 'Signature header'}
            placeholder={draft.scheme === 'token' ? 'Authorization' : 'X-Signature'}
            {...plainText}
            {...form.getInputProps('signatureHeader')}
          />
          {draft.scheme !== 'token' && <Select label="Signature encoding" data={['hex', 'base64']} allowDeselect={false} {...form.getInputProps('signatureEncoding')} />}
          <TextInput label={draft.scheme === 'token' ? 'Token prefix' : 'Signature prefix'} placeholder="sha256=" {...plainText} {...form.getInputProps('signaturePrefix')} />
        </>
      )}
      {draft.scheme === 'general' && (
        <>
          <Select label="Algorithm" data={['hmacSha1', 'hmacSha256', 'hmacSha512', 'ed25519', 'ecdsaP256']} allowDeselect={false} {...form.getInputProps('signatureAlgorithm')} />
          <TextInput label="Signature field" placeholder="signature.signature" description="Where the body carries the signature instead of a header." {...plainText} {...form.getInputProps('signatureField')} />
          <TextInput label="What is signed" placeholder="{timestamp}.{body}" description="Leave empty if it is the body alone. {url}, {method}, {form}, {header:Name} and {field:path} can be signed, too." {...plainText} {...form.getInputProps('signed')} />
          <TextInput label="Part of the signature" placeholder="v1" description="Where the header has several key=value parts." {...plainText} {...form.getInputProps('signaturePart')} />
          <Group grow>
            <TextInput label="Time header" {...plainText} {...form.getInputProps('timeHeader')} />
            <TextInput label="or time part" placeholder="t" {...plainText} {...form.getInputProps('timePart')} />
            <TextInput label="or time field" {...plainText} {...form.getInputProps('timeField')} />
          </Group>
        </>
      )}
      {draft.scheme === 'basic' && <TextInput label="User" {...plainText} {...form.getInputProps('user')} />}
      {hasPublicKeys(draft) && (
        <Textarea label="Public keys" description="As the sender shows them: one per line, or PEM." autosize minRows={2} spellCheck={false} {...form.getInputProps('publicKeys')} />
      )}
      {draft.scheme === 'sns' && <TextInput label="Topic" placeholder="arn:aws:sns:us-east-1:123456789012:mail" description="The ARN of the one topic to accept. Leave empty to accept any that Amazon signed." {...plainText} {...form.getInputProps('topic')} />}
      {draft.handshake?.type === 'braintree' && (
        <TextInput label="Public key" description="From the API key whose private key is below. Braintree needs both when it checks the URL." {...plainText} {...form.getInputProps('publicKey')} />
      )}
      {hasSecrets(draft) && (
        <PasswordInput
          label={draft.scheme === 'braintree' ? 'Private key' : 'Signing secret'}
          description={hasSecret ? 'Leave empty to keep the current one.' : 'As the sender shows it; you can add it later, since many senders show it only once they have the URL. It is stored encrypted and never shown again.'}
          autoComplete="off"
          aria-invalid={form.errors.secret !== undefined}
          {...form.getInputProps('secret')}
        />
      )}
    </>
  );
}
