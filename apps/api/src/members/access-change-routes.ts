import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { siteIdField, siteRoleField, userIdField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { changeAccess } from './change-access.ts';

const MOST_CHANGES = 500;
const change = z.strictObject({
  userId: userIdField,
  siteId: siteIdField,
  /** Null: no access any more. */
  role: siteRoleField.nullable(),
  /** Of the membership that you saw: refused when it is another by now. */
  etag: z.string().max(100, 'This is not an etag.').optional(),
});
const changesBody = z.strictObject({
  changes: z
    .array(change, 'List the changes.')
    .min(1, 'Name at least one change.')
    .max(MOST_CHANGES, `Make at most ${MOST_CHANGES} changes at once.`)
    .refine(
      (list) => new Set(list.map((one) => `${one.userId} ${one.siteId}`)).size === list.length,
      'Name each person and site once.',
    ),
});
const appliedSchema = z
  .object({
    results: z.array(z.object({ userId: z.string(), siteId: z.string(), status: z.literal('applied') })),
  })
  .meta({ ref: 'AccessChanges' });

export const accessChangeRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>().post(
    '/api/v1/accounts/:account/access-changes',
    describe({
      tags: ['Members'],
      summary: 'Change the access of several people to several sites',
      description:
        'Up to 500 changes in one transaction; `role: null` takes the access away. Each is judged like the single command that does it; when one is refused nothing is applied, and `results` of the problem says which and why.',
      operationId: 'changeAccess',
      success: { 200: { description: 'All applied, in your order', schema: appliedSchema } },
      refusals: ['auth.required', 'not_found', 'access_changes.refused'],
    }),
    auth.account,
    validate('json', changesBody),
    async (c) => {
      const { command, person, account } = c.var;
      const results = await changeAccess(deps, command, person, account, c.req.valid('json').changes);
      return c.json(
        { results: results.map(({ userId, siteId }) => ({ userId, siteId, status: 'applied' as const })) },
        200,
      );
    },
  );
