import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Authentication } from '../http/authenticate.ts';
import type { WithAccount } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import type { Deps } from '../deps.ts';

/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;

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
      return streamSSE(c, async (sse) => {
        await new Promise<void>((ended) => {
          const remove = deps.streams.add({
            accountId: account.id,
            userId: person.userId,
            sessionId: person.sessionId,
            send: (event, data) => void sse.writeSSE({ event, data: JSON.stringify(data) }),
            close: () => void sse.writeSSE({ event: 'close', data: '{}' }).finally(() => ended()),
          });
          const heartbeat = setInterval(() => void sse.write(': \n\n'), HEARTBEAT_MS);
          const finish = () => {
            clearInterval(heartbeat);
            remove();
            ended();
          };
          sse.onAbort(finish);
          void sse.writeSSE({ event: 'ready', data: '{}', retry: 1_000 });
        });
      });
    },
  );
