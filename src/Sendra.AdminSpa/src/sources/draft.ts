import type { Preset, Source } from '../api/types';

export type SignatureScheme = '' | 'standardWebhooks' | 'stripe' | 'paddle' | 'github' | 'shopify' | 'lemonSqueezy' | 'paypal' | 'braintree' | 'sns' | 'hmacSha256' | 'general' | 'basic' | 'token';

export const signatureSchemes: { value: SignatureScheme; label: string }[] = [
  { value: '', label: 'No check' },
  { value: 'standardWebhooks', label: 'Standard Webhooks (Svix, Clerk, …)' },
  { value: 'stripe', label: 'Stripe' },
  { value: 'paddle', label: 'Paddle' },
  { value: 'github', label: 'GitHub' },
  { value: 'shopify', label: 'Shopify' },
  { value: 'lemonSqueezy', label: 'Lemon Squeezy' },
  { value: 'paypal', label: 'PayPal' },
  { value: 'braintree', label: 'Braintree' },
  { value: 'sns', label: 'Amazon SNS' },
  { value: 'hmacSha256', label: 'HMAC-SHA256 of the body' },
  { value: 'general', label: 'Any other signature' },
  { value: 'basic', label: 'User and password (basic authentication)' },
  { value: 'token', label: 'A token in a header' },
];

/** A source as its form holds it: texts only. */
export interface SourceDraft {
  readonly name: string;
  readonly preset: string | null;
  readonly enabled: boolean;
  readonly emailPath: string;
  readonly externalIdPath: string;
  readonly nameFrom: 'path' | 'fixed';
  readonly nameFixed: string;
  readonly namePath: string;
  readonly namePrefix: string;
  readonly nameMap: { readonly from: string; readonly to: string }[];
  /** The names that are taken, one a line; empty for all. */
  readonly nameOnly: string;
  readonly keepName: boolean;
  readonly itemsPath: string;
  readonly bodyPath: string;
  readonly propertiesPath: string;
  readonly deliveryIdPath: string;
  readonly contactProperties: { readonly field: string; readonly path: string }[];
  readonly scheme: SignatureScheme;
  readonly signatureHeader: string;
  /** The path of the signature in the body, where no header carries it. */
  readonly signatureField: string;
  readonly signatureEncoding: string;
  readonly signaturePrefix: string;
  readonly signatureAlgorithm: string;
  readonly signaturePart: string;
  readonly signed: string;
  readonly timeHeader: string;
  readonly timePart: string;
  readonly timeField: string;
  readonly tolerance: number | undefined;
  /** One a line. */
  readonly publicKeys: string;
  readonly user: string;
  readonly topic: string;
  readonly secret: string;
  /** Of Braintree: what it wants to see when it checks the URL. */
  readonly publicKey: string;
  /** What the sender asks before it sends; presets bring it, and the form leaves the rest of it alone. */
  readonly handshake: Source['handshake'] | null;
}

export const emptyDraft: SourceDraft = {
  name: '',
  preset: null,
  enabled: true,
  emailPath: '',
  externalIdPath: '',
  nameFrom: 'path',
  nameFixed: '',
  namePath: '',
  namePrefix: '',
  nameMap: [],
  nameOnly: '',
  keepName: false,
  itemsPath: '',
  bodyPath: '',
  propertiesPath: '',
  deliveryIdPath: '',
  contactProperties: [],
  scheme: '',
  signatureHeader: '',
  signatureField: '',
  signatureEncoding: 'hex',
  signaturePrefix: '',
  signatureAlgorithm: 'hmacSha256',
  signaturePart: '',
  signed: '',
  timeHeader: '',
  timePart: '',
  timeField: '',
  tolerance: undefined,
  publicKeys: '',
  user: '',
  topic: '',
  secret: '',
  publicKey: '',
  handshake: null,
};

type Mapping = Pick<Source, 'emailPath' | 'externalIdPath' | 'eventName' | 'itemsPath' | 'bodyPath' | 'propertiesPath' | 'deliveryIdPath' | 'contactProperties'>;

function mappingOf({ emailPath, externalIdPath, eventName, itemsPath, bodyPath, propertiesPath, deliveryIdPath, contactProperties }: Partial<Mapping>) {
  return {
    emailPath: emailPath ?? '',
    externalIdPath: externalIdPath ?? '',
    nameFrom: eventName?.fixed ? ('fixed' as const) : ('path' as const),
    nameFixed: eventName?.fixed ?? '',
    namePath: eventName?.path ?? '',
    namePrefix: eventName?.prefix ?? '',
    nameMap: Object.entries(eventName?.map ?? {}).map(([from, to]) => ({ from, to: to ?? '' })),
    nameOnly: (eventName?.only ?? []).join('\n'),
    keepName: eventName?.keepName ?? false,
    itemsPath: itemsPath ?? '',
    bodyPath: bodyPath ?? '',
    propertiesPath: propertiesPath ?? '',
    deliveryIdPath: deliveryIdPath ?? '',
    contactProperties: Object.entries(contactProperties ?? {}).map(([field, path]) => ({ field, path })),
  };
}

function signatureOf(signature: Source['signature'] | undefined) {
  return {
    scheme: (signature?.scheme ?? '') as SignatureScheme,
    signatureHeader: signature?.header ?? '',
    signatureField: signature?.field ?? '',
    signatureEncoding: signature?.encoding ?? 'hex',
    signaturePrefix: signature?.prefix ?? '',
    signatureAlgorithm: signature?.algorithm ?? 'hmacSha256',
    signaturePart: signature?.part ?? '',
    signed: signature?.signed ?? '',
    timeHeader: signature?.timestamp?.header ?? '',
    timePart: signature?.timestamp?.part ?? '',
    timeField: signature?.timestamp?.field ?? '',
    tolerance: signature?.tolerance ?? undefined,
    publicKeys: (signature?.publicKeys ?? []).join('\n'),
    user: signature?.user ?? '',
    topic: signature?.topic ?? '',
  };
}

/** Whether the sender signs with a key of its own, which is no secret. */
export function hasPublicKeys({ scheme, signatureAlgorithm }: SourceDraft): boolean {
  return scheme === 'general' && (signatureAlgorithm === 'ed25519' || signatureAlgorithm === 'ecdsaP256');
}

/** Whether a secret is shared with the sender. */
export function hasSecrets(draft: SourceDraft): boolean {
  return draft.scheme !== '' && draft.scheme !== 'sns' && !hasPublicKeys(draft);
}

export function fromPreset(preset: Preset): SourceDraft {
  return {
    ...emptyDraft,
    ...mappingOf(preset as Partial<Mapping>),
    name: preset.name,
    preset: preset.id,
    ...signatureOf(preset.signature),
    publicKey: preset.handshake?.publicKey ?? '',
    handshake: preset.handshake,
  };
}

export function fromSource(source: Source): SourceDraft {
  return {
    ...emptyDraft,
    ...mappingOf(source),
    name: source.name,
    preset: source.preset,
    enabled: source.enabled,
    ...signatureOf(source.signature),
    publicKey: source.handshake?.publicKey ?? '',
    handshake: source.handshake,
  };
}

/** Whether both the person and the event's name are said; half a mapping reads nothing. */
export function isMapped({ emailPath, externalIdPath, nameFrom, nameFixed, namePath }: SourceDraft): boolean {
  return (emailPath + externalIdPath).trim() !== '' && (nameFrom === 'fixed' ? nameFixed : namePath).trim() !== '';
}

/** Whether something is read from a request's header, which a payload alone can't show. */
export function readsHeaders({ emailPath, externalIdPath, nameFrom, namePath, deliveryIdPath, contactProperties }: SourceDraft): boolean {
  const paths = [emailPath, externalIdPath, nameFrom === 'path' ? namePath : '', deliveryIdPath, ...contactProperties.map(({ path }) => path)];
  return paths.some((path) => /(^|\|\|)\s*header:/i.test(path));
}

/** What the preview tries. */
export function toMapping(draft: SourceDraft) {
  const contactProperties = draft.contactProperties.filter(({ field, path }) => field.trim() !== '' && path.trim() !== '');
  return {
    // Without either of them the API asks for the email.
    emailPath: draft.emailPath.trim() || (draft.externalIdPath.trim() === '' ? '' : undefined),
    externalIdPath: draft.externalIdPath.trim() || undefined,
    eventName: draft.nameFrom === 'fixed' ? { fixed: draft.nameFixed.trim() } : nameOf(draft),
    itemsPath: draft.itemsPath.trim() || undefined,
    bodyPath: draft.bodyPath.trim() || undefined,
    propertiesPath: draft.propertiesPath.trim() || undefined,
    deliveryIdPath: draft.deliveryIdPath.trim() || undefined,
    contactProperties: Object.fromEntries(contactProperties.map(({ field, path }) => [field.trim(), path.trim()])),
  };
}

function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

function nameOf({ namePath, namePrefix, nameMap, nameOnly, keepName }: SourceDraft) {
  const map = nameMap.filter(({ from, to }) => from !== '' && to.trim() !== '');
  const only = lines(nameOnly);
  return {
    path: namePath.trim(),
    prefix: namePrefix.trim() || undefined,
    map: map.length === 0 ? undefined : Object.fromEntries(map.map(({ from, to }) => [from, to.trim()])),
    only: only.length === 0 ? undefined : only,
    keepName: keepName || undefined,
  };
}

function signatureRequest(draft: SourceDraft) {
  const secrets = draft.secret === '' ? undefined : [draft.secret];
  const header = draft.signatureHeader.trim();
  const prefix = draft.signaturePrefix === '' ? undefined : draft.signaturePrefix;
  switch (draft.scheme) {
    case '':
      return undefined;
    case 'hmacSha256':
      return { scheme: draft.scheme, header, encoding: draft.signatureEncoding, prefix, secrets };
    case 'general':
      return {
        scheme: draft.scheme,
        header: draft.signatureField.trim() === '' ? header : undefined,
        field: draft.signatureField.trim() || undefined,
        encoding: draft.signatureEncoding,
        prefix,
        algorithm: draft.signatureAlgorithm,
        part: draft.signaturePart.trim() || undefined,
        signed: draft.signed.trim() || undefined,
        timestamp:
          (draft.timeHeader + draft.timePart + draft.timeField).trim() === ''
            ? undefined
            : { header: draft.timeHeader.trim() || null, part: draft.timePart.trim() || null, field: draft.timeField.trim() || null },
        tolerance: draft.tolerance,
        publicKeys: hasPublicKeys(draft) ? publicKeysOf(draft.publicKeys) : undefined,
        secrets: hasPublicKeys(draft) ? undefined : secrets,
      };
    case 'basic':
      return { scheme: draft.scheme, user: draft.user.trim(), secrets };
    case 'sns':
      return { scheme: draft.scheme, topic: draft.topic.trim() || undefined };
    case 'token':
      return { scheme: draft.scheme, header, prefix, secrets };
    default:
      return { scheme: draft.scheme, secrets };
  }
}

// A key in PEM has several lines.
function publicKeysOf(text: string): string[] {
  return text.includes('-----BEGIN') ? text.split(/(?<=-----END PUBLIC KEY-----)/).map((key) => key.trim()).filter((key) => key !== '') : lines(text);
}

/** The whole source as it is saved; a secret that was not typed anew stays as it is. */
export function toRequest(draft: SourceDraft) {
  return {
    ...toMapping(draft),
    name: draft.name.trim(),
    preset: draft.preset ?? undefined,
    enabled: draft.enabled,
    signature: signatureRequest(draft),
    handshake: draft.handshake === null ? undefined : { ...draft.handshake, publicKey: draft.publicKey.trim() || undefined },
  };
}
