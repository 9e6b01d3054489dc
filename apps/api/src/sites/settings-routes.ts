import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { ifMatchOf } from '../site-admin/etag.ts';
import { settingsChange, settingsSchema } from './settings-view.ts';
import { showSettings } from './show-settings.ts';
import { updateSite } from './update-site.ts';

const tags = ['Settings'];
const refusals = ['auth.required', 'permission.denied', 'not_found'] as const;

export const settingsRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/settings',
      describe({
        tags,
        summary: 'Read the settings of a site',
        operationId: 'readSiteSettings',
        success: { 200: { description: 'The settings, with their etag', schema: settingsSchema } },
        refusals,
      }),
      auth.granted('settings.read'),
      async (c) => {
        const found = await showSettings(deps, c.var.site);
        return c.json(found, 200, { etag: found.etag });
      },
    )
    .patch(
      '/api/v1/sites/:site/settings',
      describe({
        tags,
        summary: 'Change the settings of a site',
        description:
          'Name and domain are those of `PATCH /api/v1/sites/:site`. `If-Match` takes the etag that you saw.',
        operationId: 'updateSiteSettings',
        success: { 200: { description: 'The changed settings', schema: settingsSchema } },
        refusals: [...refusals, 'content.changed'],
      }),
      auth.granted('settings.write'),
      validate('json', settingsChange),
      async (c) => {
        const { command, caller, site } = c.var;
        const change = c.req.valid('json');
        const { settings } = await updateSite(deps, command, caller, site, ifMatchOf(c), change);
        return c.json(settings, 200, { etag: settings.etag });
      },
    );
