import type { UseFormReturnType } from '@mantine/form';
import type { SourceDraft } from './draft';

export type SourceFields = UseFormReturnType<SourceDraft>;

/** Paths and names are no prose. */
export const plainText = { spellCheck: false, autoComplete: 'off' } as const;

/** The API's fields by the form's. */
export const apiFields = {
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
  'handshake.publicKey': 'publicKey',
};
