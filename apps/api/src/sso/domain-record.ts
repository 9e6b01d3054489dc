import { createHmac } from 'node:crypto';
import type { AccountId } from '@keyholder/domain';

/** The TXT record by which an account proves a domain. It is derived: the same account is told the same one again. */
export interface DomainRecord {
  readonly type: 'TXT';
  readonly name: string;
  readonly value: string;
}

export function domainRecord(key: Buffer, accountId: AccountId, domain: string): DomainRecord {
  const proof = createHmac('sha256', key)
    .update(`sso-domain:v1\n${accountId}\n${domain}`)
    .digest('base64url');
  return { type: 'TXT', name: `_keyholder.${domain}`, value: `keyholder-verification=${proof}` };
}
