import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { endMyOtherSessions, endMySession, listMySessions, readMySecurity } from './my-security.ts';
import { endedSessionsSchema, mySecuritySchema, mySessionSchema } from './my-security-view.ts';
import { visitOf } from './visit.ts';

const tags = ['Identity'];
const nothing = z.strictObject({});
const sessionsSchema = z.object({
  items: z.array(mySessionSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});

/** How the signed-in person signs in, and where they are signed in. */
export const mySecurityRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/me/security',
      describe({
        ...{ tags, operationId: 'readMySecurity', summary: 'Read how you sign in' },
        success: { 200: { description: 'Password and second factor', schema: mySecuritySchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      async (c) => c.json(await readMySecurity(deps, c.var.person.userId), 200),
    )
    .get(
      '/api/v1/me/sessions',
      describe({
        ...{ tags, operationId: 'listMySessions', summary: 'List where you are signed in' },
        success: { 200: { description: 'This session first', schema: sessionsSchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      async (c) => {
        const items = await listMySessions(deps, c.var.person);
        return c.json({ items: [...items], nextCursor: null, total: items.length }, 200);
      },
    )
    .delete(
      '/api/v1/me/sessions',
      describe({
        ...{ tags, operationId: 'endMyOtherSessions', summary: 'Sign out everywhere else' },
        description: 'Their event streams close at once [R30].',
        success: { 200: { description: 'How many ended', schema: endedSessionsSchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      validate('json', nothing),
      async (c) => c.json(await endMyOtherSessions(deps, c.var.person, visitOf(c)), 200),
    )
    .delete(
      '/api/v1/me/sessions/:id',
      describe({
        ...{ tags, operationId: 'endMySession', summary: 'End one of your sessions' },
        description: 'Ending the one that asks is signing out.',
        success: { 204: { description: 'Ended' } },
        refusals: ['auth.required', 'not_found'],
      }),
      auth.person,
      validate('json', nothing),
      async (c) => {
        await endMySession(deps, c.var.person, c.req.param('id'), visitOf(c));
        return c.body(null, 204);
      },
    );
