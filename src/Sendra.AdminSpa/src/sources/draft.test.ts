import { expect, it } from 'vitest';
import { emptyDraft, fromSource, isMapped, toMapping, toRequest } from './draft';

it('keeps what a source has when nothing is changed, its secret included', () => {
  const source = {
    name: 'Stripe',
    preset: 'stripe',
    enabled: false,
    emailPath: 'data.object.email',
    externalIdPath: 'data.object.customer',
    eventName: { path: 'type' },
    propertiesPath: 'data.object',
    deliveryIdPath: 'id',
    contactProperties: { name: 'data.object.name' },
    signature: { scheme: 'stripe', secretCount: 1 },
  };
  const request = toRequest(fromSource(source as never));
  const { signature, ...same } = source;
  expect(request).toMatchObject(same);
  expect(request.signature).toMatchObject({ scheme: signature.scheme, secrets: undefined });
});

it('keeps a signature that stands in the body, and one that a certificate proves', () => {
  const signature = { scheme: 'general', field: 'signature.signature', algorithm: 'hmacSha256', encoding: 'hex', signed: '{timestamp}{field:signature.token}', timestamp: { header: null, part: null, field: 'signature.timestamp' }, tolerance: 43200 };
  const request = toRequest(fromSource({ eventName: { path: 'event' }, name: 'Mailgun', signature } as never));
  expect(request.signature).toMatchObject({ ...signature, header: undefined });
  const amazon = toRequest(fromSource({ eventName: { path: 'event' }, name: 'SES', signature: { scheme: 'sns', topic: 'arn:aws:sns:eu-west-1:1:mail' } } as never));
  expect(amazon.signature).toEqual({ scheme: 'sns', topic: 'arn:aws:sns:eu-west-1:1:mail' });
});

it('leaves out what is not filled in', () => {
  const request = toRequest({ ...emptyDraft, name: ' CRM ', emailPath: 'email', nameFrom: 'fixed', nameFixed: 'won', contactProperties: [{ field: '', path: 'x' }] });
  expect(request).toEqual({
    name: 'CRM',
    preset: undefined,
    enabled: true,
    emailPath: 'email',
    externalIdPath: undefined,
    eventName: { fixed: 'won' },
    propertiesPath: undefined,
    deliveryIdPath: undefined,
    contactProperties: {},
    signature: undefined,
  });
});

it('needs no email path when the external id names the person', () => {
  const draft = { ...emptyDraft, externalIdPath: ' user.id ', namePath: 'type' };
  expect(isMapped(draft)).toBe(true);
  expect(toMapping(draft)).toMatchObject({ emailPath: undefined, externalIdPath: 'user.id' });
  expect(toMapping(emptyDraft)).toMatchObject({ emailPath: '', externalIdPath: undefined });
});
