import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '@keyholder/domain';
import type { InvitationId } from '@keyholder/domain';

const PURPOSE = 'invitation:v1';

/** Makes and checks the tokens of invitation links; nothing of them is ever stored [R19]. */
export interface InvitationLinks {
  /** `APP_URL/invitation#<token>` for one send. */
  linkFor(invitationId: string, nonce: Buffer): string;
  /** The id that a token speaks of, or null when it is not written like a token. Proves nothing yet. */
  idOf(token: string): InvitationId | null;
  /** Whether the token was made for this id and nonce, in constant time. */
  matches(token: string, invitationId: string, nonce: Buffer): boolean;
}

export function createLinks(key: Buffer, appUrl: string): InvitationLinks {
  const mac = (id: string, nonce: Buffer) =>
    createHmac('sha256', key).update(PURPOSE).update(id).update(nonce).digest();
  return {
    linkFor: (id, nonce) => `${appUrl}/invitation#${id}.${mac(id, nonce).toString('base64url')}`,
    idOf(token) {
      const [id = '', code = '', ...rest] = token.split('.');
      return rest.length === 0 && isId(id) && /^[A-Za-z0-9_-]{43}$/.test(code) ? (id as InvitationId) : null;
    },
    matches(token, id, nonce) {
      const code = Buffer.from(token.slice(token.indexOf('.') + 1), 'base64url');
      const expected = mac(id, nonce);
      return code.length === expected.length && timingSafeEqual(code, expected);
    },
  };
}
