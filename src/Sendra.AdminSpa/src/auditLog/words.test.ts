import { describe, expect, it } from 'vitest';
import type { AuditLine } from '../api/types';
import { detailOf, nameOf, whatOf, whoOf } from './words';

const line = (part: Partial<AuditLine>): AuditLine =>
  ({
    id: '1',
    at: '2026-01-01T00:00:00Z',
    actor: { type: 'user', id: '2', name: 'ada@example.com' },
    action: 'created',
    target: { type: 'apiKey', id: '3', name: 'Checkout' },
    details: null,
    address: null,
    userAgent: null,
    ...part,
  }) as AuditLine;
const details = (part: object) => ({ version: null, count: null, changes: null, role: null, scopes: null, ...part }) as unknown as AuditLine['details'];

describe('an entry', () => {
  it('says what was done to what', () => {
    expect(whatOf(line({}))).toBe('Created API key');
    expect(nameOf(line({}))).toBe('Checkout');
  });

  it('counts many things of a kind', () => {
    expect(whatOf(line({ target: { type: 'eventPattern', id: null, name: null }, details: details({ count: 1200 }) }))).toBe('Created 1,200 event patterns');
  });

  it('does not name whom it is by twice', () => {
    const signedIn = line({ action: 'signedIn', target: { type: 'account', id: '2', name: 'ada@example.com' } });
    expect(whatOf(signedIn)).toBe('Signed in');
    expect(nameOf(signedIn)).toBeNull();
  });

  it('names changes, with plain settings before and after', () => {
    const changes = [{ field: 'retentionDays', from: null, to: '30' }, { field: 'sender', from: null, to: null }];
    expect(detailOf(line({ details: details({ changes, version: 2 }) }))).toBe('retention days: none → 30, sender, version 2');
    expect(detailOf(line({ details: details({}) }))).toBeNull();
  });

  it('names who did it', () => {
    expect(whoOf(line({}))).toBe('ada@example.com');
    expect(whoOf(line({ actor: { type: 'system', id: null, name: null } }))).toBe('Sendra');
    expect(whoOf(line({ actor: { type: 'anonymous', id: null, name: null } }))).toBe('Someone');
  });
});
