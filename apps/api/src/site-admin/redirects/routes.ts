import { REDIRECT_STATUSES, canonicalPath, canonicalTarget } from '@keyholder/domain';
import type { RedirectId } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { canonicalField } from '../../http/fields.ts';
import { pathId } from '../area-fields.ts';
import { ifMatchOf } from '../etag.ts';
import { createRedirect } from './create-redirect.ts';
import { deleteRedirect } from './delete-redirect.ts';
import { importRedirects, previewImport } from './import-redirects.ts';
import { PATH_FAULT, TARGET_FAULT } from './judge-import.ts';
import { listRedirects, readOneRedirect, redirectQuery } from './list-redirects.ts';
import { importResultSchema, redirectSchema, redirectStatusField } from './redirect-view.ts';
import { updateRedirect } from './update-redirect.ts';

const tags = ['Redirects'];
const refused = ['auth.required', 'permission.denied', 'not_found'] as const;
const judged = ['redirect.already_exists', 'redirect.loop', 'redirect.limit_reached'] as const;
const pathField = canonicalField(canonicalPath, 1_000, PATH_FAULT).meta({ example: '/old-page' });
const targetField = canonicalField(canonicalTarget, 2_000, TARGET_FAULT).meta({ example: '/new-page' });
const newRedirect = z.strictObject({
  path: pathField,
  target: targetField,
  status: redirectStatusField.default(REDIRECT_STATUSES[0]),
});
const redirectChange = z
  .strictObject({
    path: pathField.optional(),
    target: targetField.optional(),
    status: redirectStatusField.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Name what should change.');
const MOST_ROWS = 500;
const cell = z.string().max(4_000, 'This is too long.');
const importBody = z.strictObject({
  rows: z
    .array(z.strictObject({ path: cell, target: cell, status: z.union([cell, z.number()]).optional() }))
    .min(1, 'Paste at least one row.')
    .max(MOST_ROWS, `Paste at most ${MOST_ROWS} rows.`),
  dryRun: z.boolean().optional(),
});
const importResults = z
  .object({ results: z.array(importResultSchema) })
  .meta({ ref: 'RedirectImportResults' });
const one = { description: 'The redirect', schema: redirectSchema };

export const redirectRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/redirects',
      describe({
        tags,
        summary: 'List the redirects of a site',
        operationId: 'listRedirects',
        success: {
          200: {
            description: 'A page of redirects',
            schema: listOf(redirectSchema).meta({ ref: 'RedirectList' }),
          },
        },
        refusals: refused,
      }),
      auth.granted('redirects.read'),
      validate('query', redirectQuery),
      async (c) => c.json(await listRedirects(deps, c.var.site, c.req.valid('query')), 200),
    )
    .post(
      '/api/v1/sites/:site/redirects',
      describe({
        tags,
        summary: 'Add a redirect',
        description:
          'Paths are compared in one form: no trailing slash, one way of percent-encoding. A target is a path of the site or an http(s) address. What would lead back to itself, over any number of steps, is refused with its `hops`.',
        operationId: 'createRedirect',
        success: { 201: one },
        refusals: [...refused, ...judged, 'idempotency.mismatch'],
      }),
      auth.granted('redirects.write'),
      validate('json', newRedirect),
      async (c) => {
        const { command, caller, site } = c.var;
        const created = await createRedirect(deps, command, caller, site, c.req.valid('json'));
        c.header('etag', created.etag);
        return c.json(created, 201);
      },
    )
    .post(
      '/api/v1/sites/:site/redirects/import',
      describe({
        tags,
        summary: 'Add many redirects',
        description:
          'Up to 500 rows, each judged after those before it. `dryRun` only says what would become of them. Rows without a status are 301.',
        operationId: 'importRedirects',
        success: { 200: { description: 'A result per row', schema: importResults } },
        refusals: [...refused, 'request.too_large', 'idempotency.mismatch'],
      }),
      auth.granted('redirects.write'),
      validate('json', importBody),
      async (c) => {
        const { command, caller, site } = c.var;
        const { rows, dryRun } = c.req.valid('json');
        const results = dryRun
          ? await previewImport(deps, site, rows)
          : await importRedirects(deps, command, caller, site, rows);
        return c.json({ results: [...results] }, 200);
      },
    )
    .get(
      '/api/v1/sites/:site/redirects/:id',
      describe({
        tags,
        summary: 'Read a redirect',
        operationId: 'readRedirect',
        success: { 200: one },
        refusals: refused,
      }),
      auth.granted('redirects.read'),
      async (c) => {
        const found = await readOneRedirect(deps, c.var.site, pathId<RedirectId>(c.req.param('id')));
        c.header('etag', found.etag);
        return c.json(found, 200);
      },
    )
    .patch(
      '/api/v1/sites/:site/redirects/:id',
      describe({
        tags,
        summary: 'Change a redirect',
        description: '`If-Match` with the `etag` refuses when somebody else changed it meanwhile.',
        operationId: 'updateRedirect',
        success: { 200: one },
        refusals: [...refused, ...judged, 'content.changed'],
      }),
      auth.granted('redirects.write'),
      validate('json', redirectChange),
      async (c) => {
        const { command, caller, site } = c.var;
        const change = { ...c.req.valid('json'), ifMatch: ifMatchOf(c) };
        const id = pathId<RedirectId>(c.req.param('id'));
        const changed = await updateRedirect(deps, command, caller, site, id, change);
        c.header('etag', changed.etag);
        return c.json(changed, 200);
      },
    )
    .delete(
      '/api/v1/sites/:site/redirects/:id',
      describe({
        tags,
        summary: 'Delete a redirect',
        operationId: 'deleteRedirect',
        success: { 204: { description: 'Deleted' } },
        refusals: [...refused, 'content.changed'],
      }),
      auth.granted('redirects.write'),
      validate('json', z.strictObject({})),
      async (c) => {
        const { command, caller, site } = c.var;
        const id = pathId<RedirectId>(c.req.param('id'));
        await deleteRedirect(deps, command, caller, site, id, ifMatchOf(c));
        return c.body(null, 204);
      },
    );
