import type { SecurityEvent } from '../audit/security-events.ts';
import type { Asked } from '../http/authenticate.ts';
import { ADDRESS_HEADER } from './library.ts';

/** Who knocks: all that a use case of this folder may know of the request. */
export interface Visit {
  readonly address: string;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

export const visitOf = (c: Asked): Visit => ({
  address: c.var.clientAddress,
  userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
  requestId: c.var.requestId,
});

/** The headers of a call into the library. Never a cookie: a session that was planted must not be taken up. */
export const libraryHeaders = ({ address, userAgent }: Visit): Headers =>
  new Headers({ [ADDRESS_HEADER]: address, ...(userAgent === null ? {} : { 'user-agent': userAgent }) });

export const seenFrom = ({
  address,
  userAgent,
  requestId,
}: Visit): Pick<SecurityEvent, 'ip' | 'userAgent' | 'requestId'> => ({
  ip: address,
  userAgent,
  requestId,
});
