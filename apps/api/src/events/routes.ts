import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Authentication } from '../http/authenticate.ts';
import type { WithAccount } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import type { Deps } from '../deps.ts';

/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;
/** What somebody who does not read may have waiting: more would fill the memory of the process. */
const MOST_UNREAD = 500;

export const eventRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<WithAccount>().get(
    '/api/v1/accounts/:account/events',
    describe({
      tags: ['Events'],
      summary: 'Follow what happens in an account',
      description:
        'Server-sent events with ids only: ask again for what you need. Only what the viewer may know is sent.',
      operationId: 'followEvents',
      success: { 200: { description: 'text/event-stream' } },
      refusals: ['auth.required', 'not_found'],
    }),
    auth.account,
    (c) => {
      const { person, account } = c.var;
      // Nobody reads the answer to a HEAD, so nobody would ever end its stream.
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
      return streamSSE(c, async (sse) => {
        await new Promise<void>((ended) => {
          let unread = 0;
          const write = async (text: string): Promise<void> => {
            unread += 1;
            // Ends the stream; whoever reads again reconnects and asks for what they need.
            if (unread > MOST_UNREAD) return sse.abort();
            await sse.write(text);
            unread -= 1;
          };
          const remove = deps.streams.add({
            accountId: account.id,
            userId: person.userId,
            sessionId: person.sessionId,
            send: (event, data) => void write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
            close: () => {
              clearInterval(heartbeat);
              void write('event: close\ndata: {}\n\n').finally(() => ended());
            },
          });
          const heartbeat = setInterval(() => void write(': \n\n'), HEARTBEAT_MS);
          sse.onAbort(() => {
            clearInterval(heartbeat);
            remove();
            ended();
          });
          void write('event: ready\ndata: {}\nretry: 300\n\n');
        });
      });
    },
  );
