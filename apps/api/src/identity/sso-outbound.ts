import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, publicOnly } from '../http/public-address.ts';

const LONGEST_MS = 5_000;
const LARGEST_BYTES = 1024 * 1024;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Thrown where the other side is away, slow, too big, or somewhere that Keyholder does not go. */
export class ProviderUnreachable extends Error {}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string> | Headers;
  readonly body?: unknown;
}
export type OutboundFetch = (url: string, asked?: Asked) => Promise<Response>;

/**
 * One request to an identity provider: https, public addresses only, no redirects, 5 s, 1 MB. The address is judged
 * where the connection is made, so that a name cannot change its mind in between.
 */
export function createOutbound(allowLoopback: boolean): OutboundFetch {
  return (address, asked = {}) =>
    new Promise((resolve, reject) => {
      const stop = (why: string) => reject(new ProviderUnreachable(why));
      const url = URL.parse(address);
      if (!url || url.username !== '' || url.password !== '') return stop('no address of a provider');
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const home = allowLoopback && LOOPBACK.includes(url.hostname);
      if (url.protocol !== 'https:' && !(home && url.protocol === 'http:')) return stop('not https');
      if (isIP(host) !== 0 && !home && !isPublicAddress(host)) return stop('not a public address');
      const signal = AbortSignal.timeout(LONGEST_MS);
      const send = url.protocol === 'https:' ? secureRequest : plainRequest;
      const body = asked.body instanceof URLSearchParams ? asked.body.toString() : null;
      const call = send(
        url,
        {
          method: asked.method ?? 'GET',
          headers: {
            ...Object.fromEntries(new Headers(asked.headers)),
            ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
          agent: false,
          signal,
          lookup: home ? lookup : publicOnly,
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > LARGEST_BYTES) answer.destroy(new ProviderUnreachable('more than 1 MB'));
            else chunks.push(chunk);
          });
          answer.on('error', (error) => stop(error.message));
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            if (status < 200 || status > 599) return stop('no answer');
            if (status >= 500) return stop(`answered ${status}`);
            const bare = status === 204 || status === 205 || status === 304;
            const type = answer.headers['content-type'];
            resolve(
              new Response(bare ? null : Buffer.concat(chunks), {
                status,
                headers: type === undefined ? {} : { 'content-type': type },
              }),
            );
          });
        },
      );
      // Neither an answer nor an error follows a change of protocol.
      call.on('upgrade', (_, socket) => {
        socket.destroy();
        stop('answered 101');
      });
      call.on('error', (error) => stop(error.message));
      call.end(body ?? undefined);
    });
}
