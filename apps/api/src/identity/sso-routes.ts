import { SSO_OFFERS, fail } from '@keyholder/domain';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { createAccessReader } from '../http/access.ts';
import type { Base } from '../http/context.ts';
import { emailField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import type { IdentityDeps } from './identity.ts';
import { finishSso } from './sso-callback.ts';
import { linkSso, readLink } from './sso-link.ts';
import { discoverSso, startSso } from './sso-start.ts';
import { visitOf } from './visit.ts';

const tags = ['Single sign-on'];
const offerSchema = z.object({ sso: z.enum(SSO_OFFERS) });
const startField = z.strictObject({
  email: emailField,
  next: z.string().max(501).optional(),
  invitation: z.string().max(2_000).optional(),
  fresh: z.literal(true).optional(),
  another: z.literal(true).optional(),
});

/** The way to an identity provider and back (docs/decisions/0011). */
export function ssoRoutes(deps: IdentityDeps): Hono<Base> {
  const access = createAccessReader(deps.database);
  const person = async (c: Context<Base>) => {
    const token = deps.cookie.read(c.req.header('cookie'));
    return (token === null ? null : await access.person(token)) ?? fail('auth.required');
  };
  return new Hono<Base>()
    .post(
      '/api/auth/sso/discover',
      describe({
        tags,
        summary: 'What the domain of an address asks for',
        description: 'Decided by the domain alone: it says nothing about the address.',
        operationId: 'discoverSso',
        success: { 200: { description: 'Password, single sign-on, or both', schema: offerSchema } },
        refusals: ['rate.limited'],
      }),
      validate('json', z.strictObject({ email: emailField })),
      async (c) => c.json({ sso: await discoverSso(deps, c.req.valid('json').email, visitOf(c)) }),
    )
    .post(
      '/api/auth/sso/start',
      describe({
        tags,
        summary: 'Begin a sign-in at the identity provider',
        description:
          'Answers where to go, with a cookie that binds the way to this browser for 10 minutes. `invitation`: the token of an invitation in progress, the only way to a new person. `fresh`: somebody signed in proves that it is still them. `another`: whoever is signed in at the provider is asked again.',
        operationId: 'startSso',
        success: {
          200: {
            description: 'The address at the provider',
            schema: z.object({ redirectTo: z.string() }),
          },
        },
        refusals: ['not_found', 'auth.required', 'invitation.invalid', 'rate.limited', 'service.unavailable'],
      }),
      validate('json', startField),
      async (c) => {
        const { email, next, invitation, fresh, another } = c.req.valid('json');
        const visit = visitOf(c);
        const confirms = fresh ? await person(c) : null;
        const invitationId =
          invitation === undefined || !deps.proveInvitation
            ? null
            : await deps.proveInvitation(invitation, visit.address);
        const { redirectTo, setCookie } = await startSso(
          deps,
          {
            ...{ email: confirms?.email ?? email, next, invitationId, confirms: confirms?.userId ?? null },
            asksAnew: fresh ?? another ?? false,
          },
          visit,
        );
        c.header('set-cookie', setCookie);
        return c.json({ redirectTo });
      },
    )
    .get(
      '/api/auth/sso/callback',
      describe({
        tags,
        summary: 'Where the provider sends the browser back to',
        operationId: 'finishSso',
        success: { 302: { description: 'On to the Dashboard, signed in or told why not' } },
        refusals: ['rate.limited'],
      }),
      async (c) => {
        const parameters = new URL(c.req.url).searchParams;
        const { path, setCookies } = await finishSso(deps, c.req.header('cookie'), parameters, visitOf(c));
        for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true });
        return c.redirect(path, 302);
      },
    )
    .get(
      '/api/auth/sso/link',
      describe({
        tags,
        summary: 'Who is asked to link what came back from the provider',
        operationId: 'readSsoLink',
        success: { 200: { description: 'Their address', schema: z.object({ email: z.string() }) } },
        refusals: ['not_found'],
      }),
      async (c) => {
        const email = (await readLink(deps, c.req.header('cookie'))) ?? fail('not_found');
        return c.json({ email });
      },
    )
    .post(
      '/api/auth/sso/link',
      describe({
        tags,
        summary: 'Link it, signed in as before',
        operationId: 'linkSso',
        success: { 200: { description: 'Where to go on', schema: z.object({ next: z.string() }) } },
        refusals: ['auth.required', 'auth.reauthentication_required', 'not_found'],
      }),
      validate('json', z.strictObject({})),
      async (c) => {
        const who = await person(c);
        const next = await linkSso(deps, c.req.header('cookie'), who, visitOf(c));
        c.header('set-cookie', deps.sso.cookies.link.clear);
        return c.json({ next });
      },
    );
}
