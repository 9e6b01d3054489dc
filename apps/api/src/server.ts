import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Base } from './http/context.ts';
import { problem } from './http/problem.ts';

/** The platform waits far longer than these by default: slow senders would hold sockets for minutes (security.md 1.14). */
export const TIMEOUTS = {
  headersTimeout: 10_000,
  // For the request only: an answer, such as an event stream, may take as long as it likes.
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
};
const MOST_CONNECTIONS = 5_000;
const CHECK_IDLE_MS = 50;

export interface HttpServer {
  /** From now on the app answers; until then everything but `/livez` is 503. */
  serve(app: Pick<Hono<Base>, 'fetch'>): void;
  /** Takes no more connections, lets requests finish for at most `withinMs` and cuts what is left then. */
  close(withinMs: number): Promise<void>;
}

export interface ServerOptions {
  readonly port: number;
  /** While true, answers end their connection: the client's next request goes elsewhere. */
  readonly draining: () => boolean;
  readonly timeouts?: typeof TIMEOUTS;
}

/** Listens at once, so that a port that is taken is known before anything slow has begun. */
export async function openServer({
  port,
  draining,
  timeouts = TIMEOUTS,
}: ServerOptions): Promise<HttpServer> {
  let app: Pick<Hono<Base>, 'fetch'> = notReady();
  const server = createAdaptorServer({
    async fetch(request, env) {
      const answer = await app.fetch(request, env);
      if (draining()) answer.headers.set('connection', 'close');
      return answer;
    },
    serverOptions: timeouts,
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    serve: (ready) => void (app = ready),
    async close(withinMs) {
      const closed = new Promise((resolve) => server.close(resolve));
      // Connections fall idle one by one as their requests finish; the platform looks only once.
      const idle = setInterval(() => server.closeIdleConnections(), CHECK_IDLE_MS);
      const late = setTimeout(() => server.closeAllConnections(), withinMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

const notReady = () =>
  new Hono<Base>()
    .use(async (c, next) => {
      c.set('requestId', randomUUID());
      c.header('x-request-id', c.get('requestId'));
      await next();
    })
    .get('/livez', (c) => c.json({ status: 'live' }))
    .all('*', (c) => problem(c, 'service.unavailable'));
