import { randomBytes } from 'node:crypto';
import { seal, unseal } from '@keyholder/db';

const BYTES = 32;
const PREFIX = 'whsec_';

/** A fresh signing secret as Standard Webhooks write it: `whsec_` and 32 random bytes in base64. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(BYTES).toString('base64');

/** Secrets lie sealed in the database, each bound to its endpoint: unlike a password they must be read again to sign. */
export const sealSecret = (key: Buffer, webhookId: string, secret: string): Buffer =>
  seal(key, Buffer.from(secret), Buffer.from(webhookId));
export const openSecret = (key: Buffer, webhookId: string, sealed: Buffer): string =>
  unseal(key, sealed, Buffer.from(webhookId)).toString();
