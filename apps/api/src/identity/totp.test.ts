import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, recoveryMac } from './recovery-codes.ts';
import { newTotpSecret, otpauthUri, secretText, stepOfCode } from './totp.ts';
import type { UserId } from '@keyholder/domain';

/** RFC 6238, appendix B: the secret and the last six digits of its codes, SHA-1. */
const SECRET = Buffer.from('12345678901234567890');
const VECTORS = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code', () => {
  it.each(VECTORS)('at %i s is the one of the standard: %s', (seconds, code) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('counts one step early and one step late, and no further', () => {
    const code = '050471';
    const start = Math.floor(1_111_111_111 / 30) * 30;
    const steps = [-31, -30, 0, 29, 59, 60].map((seconds) => stepOfCode(SECRET, code, at(start + seconds)));
    const step = start / 30;
    expect(steps).toEqual([null, step, step, step, step, null]);
  });

  it.each(['', '5', '50471', '0504710', 'abcdef', '05047é', '-50471'])('is never %j', (code) => {
    expect(stepOfCode(SECRET, code, at(1_111_111_111))).toBeNull();
  });

  it('comes from a secret of its own, which an app can scan or be told', () => {
    const secret = newTotpSecret();
    expect(secret).toHaveLength(20);
    expect(secret.equals(newTotpSecret())).toBe(false);
    const uri = new URL(otpauthUri(secret, 'ann+x@example.test'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Keyholder:ann+x@example.test');
    expect(uri.searchParams.get('secret')).toBe(secretText(secret));
    expect(uri.searchParams.get('issuer')).toBe('Keyholder');
  });
});

describe('recovery codes', () => {
  const key = Buffer.alloc(32, 1);
  const ann = 'ann' as UserId;
  it('are ten, no two alike, of letters and digits that nobody mixes up', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  });

  it('are told apart from one another, by person and by key, however they were written down', () => {
    const mac = recoveryMac(key, ann, 'k7m20-9xq4d').toString('hex');
    for (const same of ['K7M20-9XQ4D', 'k7m209xq4d', ' k7m2o 9xq4d '])
      expect(recoveryMac(key, ann, same).toString('hex')).toBe(mac);
    for (const other of [
      recoveryMac(key, ann, 'k7m20-9xq4e'),
      recoveryMac(key, 'bob' as UserId, 'k7m20-9xq4d'),
      recoveryMac(Buffer.alloc(32, 2), ann, 'k7m20-9xq4d'),
    ])
      expect(other.toString('hex')).not.toBe(mac);
  });
});
