import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import { carriedBy } from '../http/caller.ts';
import type { Base } from '../http/context.ts';
import { domainField, nameField, siteIdField } from '../http/fields.ts';
import { describe, listOf } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { createSite } from './create-site.ts';
import { deleteSite } from './delete-site.ts';
import { listSites } from './list-sites.ts';
import { readSite } from './read-site.ts';
import { siteListQuery, siteRowSchema } from './site-list-view.ts';
import { siteSchema, viewSite } from './site-view.ts';
import { updateSite } from './update-site.ts';

const tags = ['Sites'];
const newSite = z.strictObject({
  name: nameField,
  domain: domainField,
  copyTeamFrom: siteIdField.optional(),
});
const siteChange = z
  .strictObject({ name: nameField.optional(), domain: domainField.optional() })
  .refine((change) => change.name !== undefined || change.domain !== undefined, 'Give a name or a domain.');
const siteDeleted = z
  .object({
    correlationId: z.string(),
    removedMembers: z.number().int(),
    revokedInvitations: z.number().int(),
    revokedApiKeys: z.number().int(),
  })
  .meta({ ref: 'SiteDeletion' });
const siteRows = listOf(siteRowSchema).meta({ ref: 'SiteList' });

export const siteRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/accounts/:account/sites',
      describe({
        tags,
        summary: 'List the sites of an account',
        description:
          'All sites with `sites.read`, else those that the caller is on. `-` before a sort key reverses it. At most 20 Owners are named.',
        operationId: 'listSites',
        success: { 200: { description: 'Sites with their head counts', schema: siteRows } },
        refusals: ['auth.required', 'not_found'],
      }),
      auth.account,
      validate('query', siteListQuery),
      async (c) => c.json(await listSites(deps, c.var.person, c.var.account, c.req.valid('query')), 200),
    )
    .post(
      '/api/v1/accounts/:account/sites',
      describe({
        tags,
        summary: 'Create a site',
        description:
          'The creator becomes its Owner. `copyTeamFrom` brings along the people of another site of the account.',
        operationId: 'createSite',
        success: { 201: { description: 'The new site', schema: siteSchema } },
        refusals: ['auth.required', 'permission.denied', 'not_found', 'idempotency.mismatch'],
      }),
      auth.account,
      validate('json', newSite),
      async (c) =>
        c.json(await createSite(deps, c.var.command, c.var.person, c.var.account, c.req.valid('json')), 201),
    )
    .get(
      '/api/v1/accounts/:account/sites/:site',
      describe({
        tags,
        summary: 'Read a site of an account by id or slug',
        operationId: 'readSiteOfAccount',
        success: { 200: { description: 'The site and what the caller may do there', schema: siteSchema } },
        refusals: ['auth.required', 'not_found'],
      }),
      auth.account,
      async (c) => c.json(await readSite(deps, c.var.person, c.var.account, c.req.param('site')), 200),
    )
    .get(
      '/api/v1/sites/:site',
      describe({
        tags,
        summary: 'Read a site',
        operationId: 'readSite',
        success: { 200: { description: 'The site and what the caller may do there', schema: siteSchema } },
        refusals: ['auth.required', 'not_found'],
      }),
      auth.reading(null),
      (c) => c.json(viewSite(c.var.site, carriedBy(c.var.caller)), 200),
    )
    .patch(
      '/api/v1/sites/:site',
      describe({
        tags,
        summary: 'Change name or domain of a site',
        description: 'The slug stays as it is.',
        operationId: 'updateSite',
        success: { 200: { description: 'The changed site', schema: siteSchema } },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.granted('settings.write'),
      validate('json', siteChange),
      async (c) => {
        const { command, caller, site } = c.var;
        return c.json((await updateSite(deps, command, caller, site, null, c.req.valid('json'))).site, 200);
      },
    )
    .delete(
      '/api/v1/sites/:site',
      describe({
        tags,
        summary: 'Delete a site',
        description:
          'Ends every membership and every open invitation of the site. Its Owners only; it cannot be undone, and its slug is free again.',
        operationId: 'deleteSite',
        success: { 200: { description: 'What ended with it', schema: siteDeleted } },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.site,
      validate('json', z.strictObject({})),
      async (c) => c.json(await deleteSite(deps, c.var.command, c.var.person, c.var.site), 200),
    );
