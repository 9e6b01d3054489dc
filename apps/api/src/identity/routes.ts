import { fail } from '@keyholder/domain';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Base } from '../http/context.ts';
import { emailField, nameField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import type { IdentityDeps } from './identity.ts';
import { newPasswordField, passwordField } from './password-fields.ts';
import { changePasswordRoute, secondFactorRoutes } from './second-factor-routes.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signUp } from './sign-up.ts';
import { verifyEmail } from './verify-email.ts';
import { personSchema, statusSchema } from './views.ts';
import { visitOf } from './visit.ts';

const tokenField = z
  .string({ error: 'Open the link from the mail.' })
  .min(1, 'Open the link from the mail.')
  .max(2_000, 'This is not a link of ours.');

/** Whoever has a second factor goes on with a code at `two-factor/verify`, in the same browser. */
const signedInSchema = z.union([personSchema, z.object({ secondFactor: z.literal(true) })]);
const text = (operationId: string, summary: string, schema: z.ZodType, description = 'Done') =>
  ({ tags: ['Identity'], operationId, summary, success: { 200: { description, schema } } }) as const;

/** All of `/api/auth/*` that exists. The library's router is not mounted, so that a route it gains stays out. */
export function identityRoutes(deps: IdentityDeps): Hono<Base> {
  const verified = async (c: Context<Base>, token: string) => {
    c.header('set-cookie', await verifyEmail(deps, token, visitOf(c)));
    return c.json({ status: 'verified' as const });
  };
  return new Hono<Base>()
    .post(
      '/api/auth/sign-up/email',
      describe({
        ...text('signUp', 'Sign up; a mail with a link follows', statusSchema('check_mail')),
        refusals: ['auth.sso_required', 'rate.limited'],
      }),
      validate('json', z.strictObject({ name: nameField, email: emailField, password: newPasswordField })),
      async (c) => {
        await signUp(deps, c.req.valid('json'), visitOf(c));
        return c.json({ status: 'check_mail' as const });
      },
    )
    .post(
      '/api/auth/sign-in/email',
      describe({
        ...text(
          'signIn',
          'Sign in with a password',
          signedInSchema,
          'Sets the session cookie, or asks for the second factor',
        ),
        refusals: ['auth.required', 'auth.sso_required', 'rate.limited', 'service.unavailable'],
      }),
      validate('json', z.strictObject({ email: emailField, password: passwordField })),
      async (c) => {
        const { setCookie, user } = await signIn(
          ...([deps, c.req.valid('json'), visitOf(c), c.req.header('cookie')] as const),
        );
        c.header('set-cookie', setCookie);
        if (user === null) return c.json({ secondFactor: true as const });
        return c.json({ user: { id: user.id, name: user.name, email: user.email } });
      },
    )
    .post(
      '/api/auth/sign-out',
      describe(text('signOut', 'End this session', statusSchema('signed_out'))),
      async (c) => {
        await signOut(deps, c.req.header('cookie'), visitOf(c));
        c.header('set-cookie', deps.cookie.clear);
        return c.json({ status: 'signed_out' as const });
      },
    )
    .get(
      '/api/auth/verify-email',
      describe({
        ...text(
          'verifyEmailByQuery',
          'Confirm an address',
          statusSchema('verified'),
          'Sets the session cookie',
        ),
        refusals: ['rate.limited'],
      }),
      validate('query', z.strictObject({ token: tokenField })),
      async (c) => {
        refuseForeignPages(c);
        return verified(c, c.req.valid('query').token);
      },
    )
    .post(
      '/api/auth/verify-email',
      describe({
        ...text('verifyEmail', 'Confirm an address', statusSchema('verified'), 'Sets the session cookie'),
        refusals: ['rate.limited'],
      }),
      validate('json', z.strictObject({ token: tokenField })),
      (c) => verified(c, c.req.valid('json').token),
    )
    .post(
      '/api/auth/request-password-reset',
      describe({
        ...text('requestPasswordReset', 'Ask for a link to set a new password', statusSchema('check_mail')),
        refusals: ['rate.limited'],
      }),
      validate('json', z.strictObject({ email: emailField })),
      async (c) => {
        await requestPasswordReset(deps, c.req.valid('json').email);
        return c.json({ status: 'check_mail' as const });
      },
    )
    .post(
      '/api/auth/reset-password',
      describe({
        ...text('resetPassword', 'Set a new password', statusSchema('password_changed')),
        refusals: ['rate.limited', 'service.unavailable'],
      }),
      validate('json', z.strictObject({ token: tokenField, newPassword: newPasswordField })),
      async (c) => {
        await resetPassword(deps, c.req.valid('json'), visitOf(c));
        return c.json({ status: 'password_changed' as const });
      },
    )
    .route('/', secondFactorRoutes(deps))
    .route('/', changePasswordRoute(deps))
    .all('/api/auth/*', () => fail('not_found'));
}

/** A GET that signs in is no use to another site: it could put its visitor into an account of its own. */
function refuseForeignPages(c: Context<Base>): void {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') fail('request.cross_origin');
}
