import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import { standingOf } from '../http/caller.ts';
import type { WithSite } from '../http/context.ts';
import { siteRoleField } from '../http/fields.ts';
import { validate } from '../http/validate.ts';
import { changeInvitationRole } from './change-invitation-role.ts';
import { createInvitation } from './create-invitation.ts';
import { documentsOf, idIn, invitationFilter, newInvitation, noBody } from './invitation-requests.ts';
import { listInvitations, readInvitation } from './list-invitations.ts';
import { resendExpired } from './resend-expired.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { siteVenue } from './venue.ts';

const documents = documentsOf('site');
const role = { role: siteRoleField };

/** The invitations to one site. */
export const siteInvitationRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<WithSite>()
    .post(
      '/api/v1/sites/:site/invitations',
      documents.create,
      auth.site,
      validate('json', z.strictObject({ ...newInvitation, ...role })),
      async (c) => {
        const { command, person, site } = c.var;
        const { note, ...offer } = c.req.valid('json');
        return c.json(
          await createInvitation(deps, command, person, siteVenue(site), { ...offer, note: note || null }),
          201,
        );
      },
    )
    .get(
      '/api/v1/sites/:site/invitations',
      documents.list,
      auth.reading('members.read'),
      validate('query', invitationFilter),
      async (c) => {
        const { caller, site } = c.var;
        return c.json(
          await listInvitations(deps, standingOf(caller, site), siteVenue(site).place, c.req.valid('query')),
          200,
        );
      },
    )
    .post(
      '/api/v1/sites/:site/invitations/resend-expired',
      documents.resendExpired,
      auth.site,
      validate('json', noBody),
      async (c) => {
        const { command, person, site } = c.var;
        return c.json({ results: await resendExpired(deps, command, person, siteVenue(site)) }, 200);
      },
    )
    .get('/api/v1/sites/:site/invitations/:id', documents.read, auth.reading('members.read'), async (c) => {
      const { caller, site } = c.var;
      return c.json(
        await readInvitation(deps, standingOf(caller, site), siteVenue(site).place, idIn(c.req.param('id'))),
        200,
      );
    })
    .post(
      '/api/v1/sites/:site/invitations/:id/resend',
      documents.resend,
      auth.site,
      validate('json', noBody),
      async (c) => {
        const { command, person, site } = c.var;
        return c.json(
          await resendInvitation(deps, command, person, siteVenue(site), idIn(c.req.param('id'))),
          200,
        );
      },
    )
    .patch(
      '/api/v1/sites/:site/invitations/:id',
      documents.changeRole,
      auth.site,
      validate('json', z.strictObject(role)),
      async (c) => {
        const { command, person, site } = c.var;
        const offered = c.req.valid('json').role;
        return c.json(
          await changeInvitationRole(
            deps,
            command,
            person,
            siteVenue(site),
            idIn(c.req.param('id')),
            offered,
          ),
          200,
        );
      },
    )
    .delete('/api/v1/sites/:site/invitations/:id', documents.revoke, auth.site, async (c) => {
      const { command, person, site } = c.var;
      return c.body(
        await revokeInvitation(deps, command, person, siteVenue(site), idIn(c.req.param('id'))),
        204,
      );
    });
