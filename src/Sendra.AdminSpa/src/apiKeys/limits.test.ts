import { describe, expect, it } from 'vitest';
import { expiryOf, networksOf } from './limits';

describe('a new key', () => {
  it('ends after its days, or never', () => {
    expect(expiryOf('30', new Date('2026-01-01T00:00:00Z'))).toBe('2026-01-31T00:00:00.000Z');
    expect(expiryOf('', new Date('2026-01-01T00:00:00Z'))).toBeNull();
  });

  it('comes from the networks that are written, or from anywhere', () => {
    expect(networksOf(' 203.0.113.0/24,\n2001:db8::/32 ')).toEqual(['203.0.113.0/24', '2001:db8::/32']);
    expect(networksOf(' \n')).toBeNull();
  });
});
