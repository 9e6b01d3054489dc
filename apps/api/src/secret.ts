import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One key per purpose, all derived from the one root secret that lies outside the database (security.md 1.2.1). */
export interface Keys {
  readonly invitation: Buffer;
  readonly audit: Buffer;
  readonly answers: Buffer;
  readonly cursors: Buffer;
  readonly webhooks: Buffer;
  readonly demo: Buffer;
  readonly ssoDomains: Buffer;
  /** Seals the secrets of second factors. */
  readonly totpSecrets: Buffer;
  readonly recoveryCodes: Buffer;
  /** For the authentication library, which wants a string. */
  readonly library: string;
}

export function deriveKeys(secret: string): Keys {
  const key = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'keyholder', label, 32));
  return {
    invitation: key('invitation:v1'),
    audit: key('audit:v1'),
    answers: key('answers:v1'),
    cursors: key('cursors:v1'),
    webhooks: key('webhooks:v1'),
    demo: key('demo:v1'),
    ssoDomains: key('sso-domains:v1'),
    totpSecrets: key('totp-secrets:v1'),
    recoveryCodes: key('recovery-codes:v1'),
    library: key('library:v1').toString('base64url'),
  };
}

/** The secret kept in `dataDir` (mode 0600), made on first use; only outside production. */
export function secretIn(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // 'wx': of several processes that start at once exactly one makes it.
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
