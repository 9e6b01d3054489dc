import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { changeSiteMember } from './change-site-member.ts';
import { leaveSite } from './leave-site.ts';
import { nothing, onSite, siteMemberChange, siteRemovalBody } from './member-fields.ts';
import { previewSiteRemoval } from './preview-site-removal.ts';
import { removalPreviewSchema } from './removal-view.ts';
import { removeFromSite } from './remove-from-site.ts';
import { restoreToSite } from './restore-to-site.ts';
import { siteMemberSchema } from './site-member-view.ts';

const tags = ['Members'];
const refused = [
  'auth.required',
  'permission.denied',
  'not_found',
  'member.not_found',
  'member.is_yourself',
] as const;
const removed = z.object({ correlationId: z.string(), revokedApiKeys: z.number().int() });

export const siteMemberRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .patch(
      '/api/v1/sites/:site/members/:user',
      describe({
        tags,
        summary: 'Change a member of a site',
        description:
          'Role, end of access, or both; the next request of that person is judged by them [R29]. `If-Match` with the `etag` refuses when the member is another by now.',
        operationId: 'changeSiteMember',
        success: { 200: { description: 'The member', schema: siteMemberSchema } },
        refusals: [...refused, 'role.not_manageable', 'role.not_grantable', 'member.changed'],
      }),
      auth.site,
      validate('param', onSite),
      validate('json', siteMemberChange),
      async (c) => {
        const { command, person, site } = c.var;
        const change = { ...c.req.valid('json'), ifMatch: c.req.header('if-match') ?? null };
        return c.json(
          await changeSiteMember(deps, command, person, site, c.req.valid('param').user, change),
          200,
        );
      },
    )
    .get(
      '/api/v1/sites/:site/members/:user/removal',
      describe({
        tags,
        summary: 'Preview a removal from a site',
        operationId: 'previewSiteRemoval',
        success: { 200: { description: 'What would end', schema: removalPreviewSchema } },
        refusals: [...refused, 'role.not_manageable'],
      }),
      auth.site,
      validate('param', onSite),
      async (c) =>
        c.json(await previewSiteRemoval(deps, c.var.person, c.var.site, c.req.valid('param').user), 200),
    )
    .delete(
      '/api/v1/sites/:site/members/:user',
      describe({
        tags,
        summary: 'Remove from a site',
        description: 'At once; their other sites stay [R30].',
        operationId: 'removeFromSite',
        success: { 200: { description: 'Removed', schema: removed } },
        refusals: [...refused, 'role.not_manageable'],
      }),
      auth.site,
      validate('param', onSite),
      validate('json', siteRemovalBody),
      async (c) => {
        const { command, person, site } = c.var;
        const { reason } = c.req.valid('json');
        return c.json(
          await removeFromSite(deps, command, person, site, c.req.valid('param').user, reason),
          200,
        );
      },
    )
    .post(
      '/api/v1/sites/:site/members/:user/restore',
      describe({
        tags,
        summary: 'Undo a removal from a site',
        description: 'Within 90 days; role, first joined date and end of access come back [R33].',
        operationId: 'restoreToSite',
        success: { 200: { description: 'The member', schema: siteMemberSchema } },
        refusals: [
          ...refused,
          'role.not_manageable',
          'role.not_grantable',
          'member.already_active',
          'member.not_restorable',
          'seat.limit_reached',
        ],
      }),
      auth.site,
      validate('param', onSite),
      validate('json', nothing),
      async (c) => {
        const { command, person, site } = c.var;
        return c.json(await restoreToSite(deps, command, person, site, c.req.valid('param').user), 200);
      },
    )
    .post(
      '/api/v1/sites/:site/leave',
      describe({
        tags,
        summary: 'Leave a site',
        operationId: 'leaveSite',
        success: { 204: { description: 'Left' } },
        refusals: ['auth.required', 'not_found', 'site.last_owner'],
      }),
      auth.leavingSite,
      validate('json', nothing),
      async (c) => {
        await leaveSite(deps, c.var.command, c.var.person, c.var.site);
        return c.body(null, 204);
      },
    );
