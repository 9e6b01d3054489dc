import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { isWebhookUrl } from '@keyholder/domain';
import { isPublicAddress, publicOnly } from '../http/public-address.ts';

const LONGEST_MS = 10_000;
/** What is kept of an answer, in characters. */
const SHOWN = 1_000;

/** How an attempt ended: `status` when the endpoint answered, `problem` when that was no success. */
export interface Posted {
  readonly status: number | null;
  readonly problem: string | null;
  readonly response: string | null;
}

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one message. The address came from a customer, so it must lead out of our own network: it is judged where the
 * connection is made, a name cannot change its mind in between, and redirects are not followed.
 */
export function postMessage(
  { url: address, headers, body }: Message,
  allowLoopback: boolean,
  signal: AbortSignal,
): Promise<Posted> {
  return new Promise((resolve) => {
    const failed = (problem: string) => resolve({ status: null, problem, response: null });
    if (!isWebhookUrl(address, allowLoopback)) return failed('not an https address');
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const home = allowLoopback && ['localhost', '127.0.0.1', '::1'].includes(host);
    if (isIP(host) !== 0 && !home && !isPublicAddress(host)) return failed('not a public address');
    let isAnswered = false;
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const call = send(
      url,
      {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
        lookup: home ? lookup : publicOnly,
      },
      (answer) => {
        isAnswered = true;
        const status = answer.statusCode ?? 0;
        const done = (text: string) =>
          resolve({
            status,
            problem: status >= 200 && status < 300 ? null : `answered ${status}`,
            response: readable(text),
          });
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
          // The status is known, and more of the answer is of no use.
          if (text.length >= SHOWN) answer.destroy();
        });
        answer.on('close', () => done(text));
        answer.on('error', () => done(text));
      },
    );
    // No answer follows a change of protocol, and no error either: nobody would be told that this attempt is over.
    call.on('upgrade', (_, socket) => {
      socket.destroy();
      failed('answered 101');
    });
    // Once there is a status it counts, and the answer says itself when it breaks off.
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (!isAnswered) failed(wordsFor(error));
    });
    call.end(body);
  });
}

/** What the database can keep of an answer: PostgreSQL has no NUL in a text. */
const readable = (text: string): string => text.slice(0, SHOWN).replaceAll('\0', '').toWellFormed();

function wordsFor(error: NodeJS.ErrnoException): string {
  if (error.name === 'TimeoutError') return `no answer within ${LONGEST_MS / 1000} s`;
  if (error.name === 'AbortError') return 'interrupted';
  if (error.message === 'not a public address') return error.message;
  return error.code ? `no connection (${error.code})` : 'no connection';
}
