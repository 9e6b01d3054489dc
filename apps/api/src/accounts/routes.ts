import { PLAN_KEYS } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { nameField, slugField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { accountSchema, createdAccountSchema } from './account-view.ts';
import { createAccount } from './create-account.ts';
import { deleteAccount } from './delete-account.ts';
import { meSchema } from './me-view.ts';
import { readAccount } from './read-account.ts';
import { readMe } from './read-me.ts';
import { updateAccount } from './update-account.ts';
import { updateMe } from './update-me.ts';

const named = z.strictObject({ name: nameField });
const accountChange = z
  .strictObject({
    name: nameField.optional(),
    slug: slugField.optional(),
    plan: z.enum(PLAN_KEYS, { error: 'Choose a plan.' }).optional(),
  })
  .refine(
    ({ name, slug, plan }) => [name, slug, plan].some((part) => part !== undefined),
    'Name what should change.',
  );
const deletion = z.strictObject({
  confirm: z.string({ error: "Write the account's slug." }).max(100, "Write the account's slug."),
});
const deleted = z
  .object({
    correlationId: z.string(),
    deletedSites: z.number().int(),
    removedPeople: z.number().int(),
    revokedInvitations: z.number().int(),
    revokedApiKeys: z.number().int(),
  })
  .meta({ ref: 'AccountDeletion' });

export const accountRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/me',
      describe({
        tags: ['Identity'],
        summary: 'Read who is signed in',
        description: 'With their accounts and the sites that they may enter now.',
        operationId: 'readMe',
        success: { 200: { description: 'The signed-in person', schema: meSchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      async (c) => c.json(await readMe(deps, c.var.person), 200),
    )
    .patch(
      '/api/v1/me',
      describe({
        tags: ['Identity'],
        summary: 'Change your name',
        operationId: 'updateMe',
        success: { 200: { description: 'The signed-in person', schema: meSchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      validate('json', named),
      async (c) => c.json(await updateMe(deps, c.var.person, c.req.valid('json')), 200),
    )
    .post(
      '/api/v1/accounts',
      describe({
        tags: ['Accounts'],
        summary: 'Create an account',
        description: 'Whoever creates it is its owner.',
        operationId: 'createAccount',
        success: { 201: { description: 'The new account', schema: createdAccountSchema } },
        refusals: ['auth.required', 'idempotency.mismatch'],
      }),
      auth.person,
      validate('json', named),
      async (c) => c.json(await createAccount(deps, c.var.command, c.var.person, c.req.valid('json')), 201),
    )
    .get(
      '/api/v1/accounts/:account',
      describe({
        tags: ['Accounts'],
        summary: 'Read an account by id or slug',
        description: 'Plan and people are null without `team.read`.',
        operationId: 'readAccount',
        success: { 200: { description: 'The account', schema: accountSchema } },
        refusals: ['auth.required', 'not_found'],
      }),
      auth.account,
      async (c) => c.json(await readAccount(deps, c.var.person, c.var.account), 200),
    )
    .patch(
      '/api/v1/accounts/:account',
      describe({
        tags: ['Accounts'],
        summary: 'Change the name, slug or plan of an account',
        description:
          'The last 5 slugs that the account had still lead to it, and to nobody else. The plan is for the owner; a smaller one keeps everybody but stops new people [R24].',
        operationId: 'updateAccount',
        success: { 200: { description: 'The changed account', schema: accountSchema } },
        refusals: ['auth.required', 'permission.denied', 'not_found', 'account.slug_taken'],
      }),
      auth.account,
      validate('json', accountChange),
      async (c) =>
        c.json(
          await updateAccount(deps, c.var.command, c.var.person, c.var.account, c.req.valid('json')),
          200,
        ),
    )
    .delete(
      '/api/v1/accounts/:account',
      describe({
        tags: ['Accounts'],
        summary: 'Delete an account',
        description:
          "For its owner, within 10 minutes of signing in; `confirm` repeats the account's slug. Sites, memberships, invitations and keys end at once and for good. The audit log stays, and the slug is never given to anybody else.",
        operationId: 'deleteAccount',
        success: { 200: { description: 'What ended with it', schema: deleted } },
        refusals: ['auth.required', 'auth.reauthentication_required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      validate('json', deletion),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(await deleteAccount(deps, command, person, account, c.req.valid('json').confirm), 200);
      },
    );
