import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail } from '@keyholder/domain';

/** Where a page ended: the sort values of its last row. */
export type Position = readonly (string | number | null)[];

const MAC_BYTES = 12;

/**
 * Opaque cursors, signed together with the list they belong to (tenant, route, filter, sort): a cursor from elsewhere,
 * or made up, is 422 (security.md 1.11.2).
 */
export interface Cursors {
  encode(list: string, position: Position): string;
  decode(list: string, cursor: string): Position;
}

export function createCursors(key: Buffer): Cursors {
  const mac = (list: string, body: string) =>
    createHmac('sha256', key).update(`${list}\n${body}`).digest().subarray(0, MAC_BYTES);
  return {
    encode(list, position) {
      const body = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${body}.${mac(list, body).toString('base64url')}`;
    },
    decode(list, cursor) {
      const [body = '', code = ''] = cursor.split('.');
      const given = Buffer.from(code, 'base64url');
      const expected = mac(list, body);
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        return fail('validation.failed', { fields: { cursor: 'This cursor does not belong to this list.' } });
      return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Position;
    },
  };
}
