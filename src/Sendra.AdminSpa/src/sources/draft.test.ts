import { expect, it } from 'vitest';
import { emptyDraft, fromSource, toRequest } from './draft';

it('keeps what a source has when nothing is changed, its secret included', () => {
  const source = {
    name: 'Stripe',
    preset: 'stripe',
    enabled: false,
    emailPath: 'data.object.email',
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

it('leaves out what is not filled in', () => {
  const request = toRequest({ ...emptyDraft, name: ' CRM ', emailPath: 'email', nameFrom: 'fixed', nameFixed: 'won', contactProperties: [{ field: '', path: 'x' }] });
  expect(request).toEqual({
    name: 'CRM',
    preset: undefined,
    enabled: true,
    emailPath: 'email',
    eventName: { fixed: 'won' },
    propertiesPath: undefined,
    deliveryIdPath: undefined,
    contactProperties: {},
    signature: undefined,
  });
});
