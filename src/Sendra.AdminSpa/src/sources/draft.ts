import type { Preset, Source } from '../api/types';

export type SignatureScheme = '' | 'standardWebhooks' | 'stripe' | 'paddle' | 'github' | 'shopify' | 'lemonSqueezy' | 'hmacSha256';

export const signatureSchemes: { value: SignatureScheme; label: string }[] = [
  { value: '', label: 'No check' },
  { value: 'standardWebhooks', label: 'Standard Webhooks (Svix, Clerk, …)' },
  { value: 'stripe', label: 'Stripe' },
  { value: 'paddle', label: 'Paddle' },
  { value: 'github', label: 'GitHub' },
  { value: 'shopify', label: 'Shopify' },
  { value: 'lemonSqueezy', label: 'Lemon Squeezy' },
  { value: 'hmacSha256', label: 'Any other HMAC-SHA256' },
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
  readonly propertiesPath: string;
  readonly deliveryIdPath: string;
  readonly contactProperties: { readonly field: string; readonly path: string }[];
  readonly scheme: SignatureScheme;
  readonly signatureHeader: string;
  readonly signatureEncoding: string;
  readonly signaturePrefix: string;
  readonly secret: string;
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
  propertiesPath: '',
  deliveryIdPath: '',
  contactProperties: [],
  scheme: '',
  signatureHeader: '',
  signatureEncoding: 'hex',
  signaturePrefix: '',
  secret: '',
};

type Mapping = Pick<Source, 'emailPath' | 'externalIdPath' | 'eventName' | 'propertiesPath' | 'deliveryIdPath' | 'contactProperties'>;

function mappingOf({ emailPath, externalIdPath, eventName, propertiesPath, deliveryIdPath, contactProperties }: Partial<Mapping>) {
  return {
    emailPath: emailPath ?? '',
    externalIdPath: externalIdPath ?? '',
    nameFrom: eventName?.fixed ? ('fixed' as const) : ('path' as const),
    nameFixed: eventName?.fixed ?? '',
    namePath: eventName?.path ?? '',
    propertiesPath: propertiesPath ?? '',
    deliveryIdPath: deliveryIdPath ?? '',
    contactProperties: Object.entries(contactProperties ?? {}).map(([field, path]) => ({ field, path })),
  };
}

export function fromPreset(preset: Preset): SourceDraft {
  return {
    ...emptyDraft,
    ...mappingOf(preset as Partial<Mapping>),
    name: preset.name,
    preset: preset.id,
    scheme: (preset.signatureScheme ?? '') as SignatureScheme,
  };
}

export function fromSource(source: Source): SourceDraft {
  return {
    ...emptyDraft,
    ...mappingOf(source),
    name: source.name,
    preset: source.preset,
    enabled: source.enabled,
    scheme: (source.signature?.scheme ?? '') as SignatureScheme,
    signatureHeader: source.signature?.header ?? '',
    signatureEncoding: source.signature?.encoding ?? 'hex',
    signaturePrefix: source.signature?.prefix ?? '',
  };
}

/** Whether both the person and the event's name are said; half a mapping reads nothing. */
export function isMapped({ emailPath, externalIdPath, nameFrom, nameFixed, namePath }: SourceDraft): boolean {
  return (emailPath + externalIdPath).trim() !== '' && (nameFrom === 'fixed' ? nameFixed : namePath).trim() !== '';
}

/** Whether something is read from a request's header, which a payload alone can't show. */
export function readsHeaders({ emailPath, externalIdPath, nameFrom, namePath, deliveryIdPath, contactProperties }: SourceDraft): boolean {
  const paths = [emailPath, externalIdPath, nameFrom === 'path' ? namePath : '', deliveryIdPath, ...contactProperties.map(({ path }) => path)];
  return paths.some((path) => /^header:/i.test(path.trim()));
}

/** What the preview tries. */
export function toMapping(draft: SourceDraft) {
  const contactProperties = draft.contactProperties.filter(({ field, path }) => field.trim() !== '' && path.trim() !== '');
  return {
    // Without either of them the API asks for the email.
    emailPath: draft.emailPath.trim() || (draft.externalIdPath.trim() === '' ? '' : undefined),
    externalIdPath: draft.externalIdPath.trim() || undefined,
    eventName: draft.nameFrom === 'fixed' ? { fixed: draft.nameFixed.trim() } : { path: draft.namePath.trim() },
    propertiesPath: draft.propertiesPath.trim() || undefined,
    deliveryIdPath: draft.deliveryIdPath.trim() || undefined,
    contactProperties: Object.fromEntries(contactProperties.map(({ field, path }) => [field.trim(), path.trim()])),
  };
}

/** The whole source as it is saved; a secret that was not typed anew stays as it is. */
export function toRequest(draft: SourceDraft) {
  const own = draft.scheme === 'hmacSha256';
  return {
    ...toMapping(draft),
    name: draft.name.trim(),
    preset: draft.preset ?? undefined,
    enabled: draft.enabled,
    signature:
      draft.scheme === ''
        ? undefined
        : {
            scheme: draft.scheme,
            header: own ? draft.signatureHeader.trim() : undefined,
            encoding: own ? draft.signatureEncoding : undefined,
            prefix: own && draft.signaturePrefix !== '' ? draft.signaturePrefix : undefined,
            secrets: draft.secret === '' ? undefined : [draft.secret],
          },
  };
}
