import { hkdfSync } from 'node:crypto';
import { seal, unseal } from '@keyholder/db';
import type { SsoConnectionId } from '@keyholder/domain';

/** Client secrets lie sealed in the database, each bound to its connection. */
export interface SecretSeal {
  seal(connectionId: SsoConnectionId, secret: string): Buffer;
  open(connectionId: SsoConnectionId, sealed: Buffer): string;
}

export function createSecretSeal(rootSecret: string): SecretSeal {
  const key = Buffer.from(hkdfSync('sha256', rootSecret, 'keyholder', 'sso:v1', 32));
  return {
    seal: (connectionId, secret) => seal(key, Buffer.from(secret), Buffer.from(connectionId)),
    open: (connectionId, sealed) => unseal(key, sealed, Buffer.from(connectionId)).toString(),
  };
}
