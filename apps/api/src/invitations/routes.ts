import { SITE_ROLES, fail, isId } from '@keyholder/domain';
import type { InvitationId } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { standingOn } from '../http/access.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { WithAccount, WithSite } from '../http/context.ts';
import { emailField, limitField, noteField, siteIdField, siteRoleField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { changeInvitationRole } from './change-invitation-role.ts';
import { createInvitation } from './create-invitation.ts';
import { invitationListSchema, invitationSchema, resendResultsSchema } from './invitation-view.ts';
import { listInvitations, readInvitation } from './list-invitations.ts';
import { listSiteInvitations } from './list-site-invitations.ts';
import { resendExpired } from './resend-expired.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { siteVenue } from './venue.ts';

const newInvitation = z.strictObject({ email: emailField, role: siteRoleField, note: noteField.optional() });
const newRole = z.strictObject({ role: z.enum(SITE_ROLES, { error: 'Choose a site role.' }) });
const noBody = z.strictObject({}).optional();
const filter = z.strictObject({
  status: z.enum(['pending', 'accepted', 'declined', 'revoked']).default('pending'),
  q: z.string().max(254).optional(),
  expired: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  limit: limitField,
  cursor: z.string().max(500).optional(),
});
const tags = ['Invitations'];
const refused = ['auth.required', 'permission.denied', 'not_found'] as const;

/** An id in the path; what is not written like one names nothing. */
const idIn = (text: string): InvitationId => (isId(text) ? (text as InvitationId) : fail('not_found'));

export const invitationRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<WithSite & WithAccount>()
    .post(
      '/api/v1/sites/:site/invitations',
      describe({
        tags,
        summary: 'Invite a member',
        description: 'Offers a site role to an address for 48 hours and mails the link [R13].',
        operationId: 'inviteMember',
        success: { 201: { description: 'The invitation', schema: invitationSchema } },
        refusals: [
          ...refused,
          'role.not_grantable',
          'invitation.already_pending',
          'member.already_active',
          'seat.limit_reached',
          'rate.limited',
        ],
      }),
      auth.site,
      validate('json', newInvitation),
      async (c) => {
        const { email, role, note } = c.req.valid('json');
        return c.json(
          await createInvitation(deps, c.var.command, c.var.person, siteVenue(c.var.site), {
            email,
            role,
            note: note || null,
          }),
          201,
        );
      },
    )
    .get(
      '/api/v1/sites/:site/invitations',
      describe({
        tags,
        summary: 'List invitations',
        operationId: 'listInvitations',
        success: { 200: { description: 'A page', schema: invitationListSchema } },
        refusals: refused,
      }),
      auth.site,
      validate('query', filter),
      async (c) => {
        const { person, site } = c.var;
        return c.json(
          await listInvitations(deps, standingOn(person, site), siteVenue(site).place, c.req.valid('query')),
          200,
        );
      },
    )
    .post(
      '/api/v1/sites/:site/invitations/resend-expired',
      describe({
        tags,
        summary: 'Resend all expired',
        operationId: 'resendExpiredInvitations',
        success: { 200: { description: 'Per invitation', schema: resendResultsSchema } },
        refusals: refused,
      }),
      auth.site,
      validate('json', noBody),
      async (c) =>
        c.json(
          { results: await resendExpired(deps, c.var.command, c.var.person, siteVenue(c.var.site)) },
          200,
        ),
    )
    .get(
      '/api/v1/sites/:site/invitations/:id',
      describe({
        tags,
        summary: 'Read an invitation',
        operationId: 'readInvitation',
        success: { 200: { description: 'The invitation', schema: invitationSchema } },
        refusals: refused,
      }),
      auth.site,
      async (c) => {
        const { person, site } = c.var;
        return c.json(
          await readInvitation(
            deps,
            standingOn(person, site),
            siteVenue(site).place,
            idIn(c.req.param('id')),
          ),
          200,
        );
      },
    )
    .post(
      '/api/v1/sites/:site/invitations/:id/resend',
      describe({
        tags,
        summary: 'Resend',
        description: 'A fresh link for a fresh 48 hours; earlier links stop at once [R15].',
        operationId: 'resendInvitation',
        success: { 200: { description: 'The invitation', schema: invitationSchema } },
        refusals: [
          ...refused,
          'role.not_grantable',
          'invitation.not_pending',
          'seat.limit_reached',
          'rate.limited',
        ],
      }),
      auth.site,
      validate('json', noBody),
      async (c) =>
        c.json(
          await resendInvitation(
            deps,
            c.var.command,
            c.var.person,
            siteVenue(c.var.site),
            idIn(c.req.param('id')),
          ),
          200,
        ),
    )
    .patch(
      '/api/v1/sites/:site/invitations/:id',
      describe({
        tags,
        summary: 'Change the offered role',
        description: 'Revokes and re-issues in one transaction; the old link dies [R17].',
        operationId: 'changeInvitationRole',
        success: { 200: { description: 'The new invitation', schema: invitationSchema } },
        refusals: [
          ...refused,
          'role.not_grantable',
          'invitation.not_pending',
          'seat.limit_reached',
          'rate.limited',
        ],
      }),
      auth.site,
      validate('json', newRole),
      async (c) => {
        const { role } = c.req.valid('json');
        return c.json(
          await changeInvitationRole(
            deps,
            c.var.command,
            c.var.person,
            siteVenue(c.var.site),
            idIn(c.req.param('id')),
            role,
          ),
          200,
        );
      },
    )
    .delete(
      '/api/v1/sites/:site/invitations/:id',
      describe({
        tags,
        summary: 'Revoke',
        operationId: 'revokeInvitation',
        success: { 204: { description: 'Revoked' } },
        refusals: [...refused, 'role.not_grantable', 'invitation.not_pending'],
      }),
      auth.site,
      async (c) =>
        c.body(
          await revokeInvitation(
            deps,
            c.var.command,
            c.var.person,
            siteVenue(c.var.site),
            idIn(c.req.param('id')),
          ),
          204,
        ),
    )
    .get(
      '/api/v1/accounts/:account/site-invitations',
      describe({
        tags,
        summary: 'List invitations to all sites',
        operationId: 'listSiteInvitations',
        success: { 200: { description: 'A page', schema: invitationListSchema } },
        refusals: refused,
      }),
      auth.account,
      validate('query', filter.extend({ site: siteIdField.optional() })),
      async (c) => c.json(await listSiteInvitations(deps, c.var.account, c.req.valid('query')), 200),
    );
