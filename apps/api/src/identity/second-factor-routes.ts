import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { finishSignIn } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity.ts';
import { offerSecondFactor } from './offer-second-factor.ts';
import { newPasswordField, passwordField } from './password-fields.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import type { FactorProof } from './second-factor.ts';
import { signedIn } from './signed-in.ts';
import { offerSchema, personSchema, recoveryCodesSchema, statusSchema } from './views.ts';
import { visitOf } from './visit.ts';

const CODE = 'Write the 6 digits that your app shows.';
const codeField = z
  .string({ error: CODE })
  .transform((text) => text.replace(/\s/g, ''))
  .refine((text) => /^[0-9]{6}$/.test(text), CODE);
const RECOVERY = 'Write one of your recovery codes.';
const recoveryField = z.string({ error: RECOVERY }).min(1, RECOVERY).max(40, RECOVERY);
/** Whoever signs in through an identity provider has none, and confirms by a fresh sign-in instead. */
const confirmation = { password: passwordField.optional() };
const proven = z
  .strictObject({ ...confirmation, code: codeField.optional(), recoveryCode: recoveryField.optional() })
  .refine(({ code, recoveryCode }) => (code === undefined) !== (recoveryCode === undefined), {
    path: ['code'],
    message: CODE,
  });

const tags = ['Identity'];
const refusals = ['auth.required', 'rate.limited', 'service.unavailable'] as const;

/** Setting a second factor up, changing it, and signing in with it. */
export function secondFactorRoutes(deps: IdentityDeps): Hono<Base> {
  const person = signedIn(deps);
  const finish = async (c: Context<Base>, proof: FactorProof) => {
    const { setCookie, user } = await finishSignIn(deps, c.req.header('cookie'), proof, visitOf(c));
    c.header('set-cookie', setCookie);
    c.header('set-cookie', deps.pendingCookie.clear, { append: true });
    return c.json({ user: { id: user.id, name: user.name, email: user.email } });
  };
  const signsIn = { 200: { description: 'Sets the session cookie', schema: personSchema } };
  return new Hono<Base>()
    .post(
      '/api/auth/two-factor/verify',
      describe({
        ...{ tags, operationId: 'verifyCode', success: signsIn, refusals: ['auth.required', 'rate.limited'] },
        summary: 'Finish signing in with a code',
        description: 'In the browser that gave the password, within 5 minutes. The fifth wrong code ends it.',
      }),
      validate('json', z.strictObject({ code: codeField })),
      (c) => finish(c, { code: c.req.valid('json').code }),
    )
    .post(
      '/api/auth/two-factor/recovery',
      describe({
        ...{ tags, operationId: 'verifyRecoveryCode', success: signsIn },
        summary: 'Finish signing in with a recovery code',
        description: 'Each works once. The person is told by mail.',
        refusals: ['auth.required', 'rate.limited'],
      }),
      validate('json', z.strictObject({ recoveryCode: recoveryField })),
      (c) => finish(c, { recoveryCode: c.req.valid('json').recoveryCode }),
    )
    .post(
      '/api/auth/two-factor/enable',
      describe({
        ...{ tags, operationId: 'offerSecondFactor', summary: 'Begin to set up a second factor' },
        description:
          'Secret and recovery codes are shown this once. Nothing asks for a code before `confirm`.',
        success: { 200: { description: 'For the app, and to keep', schema: offerSchema } },
        refusals: [...refusals, 'auth.reauthentication_required', 'second_factor.already_on'],
      }),
      person,
      validate('json', z.strictObject(confirmation)),
      async (c) => c.json(await offerSecondFactor(deps, c.var.person, c.req.valid('json'))),
    )
    .post(
      '/api/auth/two-factor/confirm',
      describe({
        ...{ tags, operationId: 'confirmSecondFactor', summary: 'Turn the second factor on' },
        description: 'Proven by a code. Every other session ends; this browser gets a new one.',
        success: { 200: { description: 'On', schema: statusSchema('on') } },
        refusals: ['auth.required', 'rate.limited', 'second_factor.already_on', 'second_factor.not_on'],
      }),
      person,
      validate('json', z.strictObject({ code: codeField })),
      async (c) => {
        const { code } = c.req.valid('json');
        c.header('set-cookie', await confirmSecondFactor(deps, c.var.person, { code }, visitOf(c)));
        return c.json({ status: 'on' as const });
      },
    )
    .post(
      '/api/auth/two-factor/disable',
      describe({
        ...{ tags, operationId: 'disableSecondFactor', summary: 'Turn the second factor off' },
        description: 'Takes the password and a code or recovery code. Every other session ends.',
        success: { 200: { description: 'Off', schema: statusSchema('off') } },
        refusals: [...refusals, 'auth.reauthentication_required', 'second_factor.not_on'],
      }),
      person,
      validate('json', proven),
      async (c) => {
        const { password, code, recoveryCode = '' } = c.req.valid('json');
        const proof = code === undefined ? { recoveryCode } : { code };
        c.header(
          'set-cookie',
          await disableSecondFactor(deps, c.var.person, { password, proof }, visitOf(c)),
        );
        return c.json({ status: 'off' as const });
      },
    )
    .post(
      '/api/auth/two-factor/recovery-codes',
      describe({
        ...{ tags, operationId: 'renewRecoveryCodes', summary: 'Make new recovery codes' },
        description: 'Those from before end, and so does every other session. Shown this once.',
        success: { 200: { description: 'To keep', schema: recoveryCodesSchema } },
        refusals: [...refusals, 'auth.reauthentication_required', 'second_factor.not_on'],
      }),
      person,
      validate('json', z.strictObject({ ...confirmation, code: codeField })),
      async (c) => {
        const made = await renewRecoveryCodes(deps, c.var.person, c.req.valid('json'), visitOf(c));
        c.header('set-cookie', made.setCookie);
        return c.json({ recoveryCodes: made.recoveryCodes });
      },
    );
}

export const changePasswordRoute = (deps: IdentityDeps): Hono<Base> =>
  new Hono<Base>().post(
    '/api/auth/change-password',
    describe({
      ...{ tags, operationId: 'changePassword', summary: 'Change your password' },
      description: 'Every other session ends; this browser gets a new one. The person is told by mail.',
      success: { 200: { description: 'Changed', schema: statusSchema('password_changed') } },
      refusals: [...refusals, 'auth.reauthentication_required'],
    }),
    signedIn(deps),
    validate('json', z.strictObject({ currentPassword: passwordField, newPassword: newPasswordField })),
    async (c) => {
      c.header('set-cookie', await changePassword(deps, c.var.person, c.req.valid('json'), visitOf(c)));
      return c.json({ status: 'password_changed' as const });
    },
  );
