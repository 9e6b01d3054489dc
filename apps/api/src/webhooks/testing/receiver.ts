import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // The payload of any type: each test states what it expects.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly payload: any;
}

/** A real endpoint on loopback. `answer` is what it answers from now on. */
export interface Receiver {
  readonly url: string;
  readonly got: Received[];
  answer: { status: number; text?: string; location?: string };
  /** Waits for `n` messages in all. */
  received(n: number): Promise<readonly Received[]>;
  /** Throws unless `secret` signed it, as the published verifier sees it. */
  verify(message: Received, secret: string): void;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const got: Received[] = [];
  const receiver = { answer: { status: 204 } as Receiver['answer'] };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body, payload: JSON.parse(body) });
      const { status, text, location } = receiver.answer;
      response.writeHead(status, location === undefined ? {} : { location }).end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(receiver, {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async received(n: number) {
      await expect.poll(() => got.length, { timeout: 25_000 }).toBeGreaterThanOrEqual(n);
      return got;
    },
    verify(message: Received, secret: string) {
      new Webhook(secret).verify(message.body, message.headers as Record<string, string>);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
