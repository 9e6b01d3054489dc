import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { accountStandingOf } from '../http/access.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { WithAccount } from '../http/context.ts';
import { grantableAccountRoleField, siteIdField } from '../http/fields.ts';
import { validate } from '../http/validate.ts';
import { changeInvitationRole } from './change-invitation-role.ts';
import { createBatch, previewBatch } from './create-batch.ts';
import { createInvitation } from './create-invitation.ts';
import {
  batch,
  batchDocument,
  documentsOf,
  idIn,
  invitationFilter,
  newInvitation,
  noBody,
  siteInvitationsDocument,
} from './invitation-requests.ts';
import { listInvitations, readInvitation } from './list-invitations.ts';
import { listSiteInvitations } from './list-site-invitations.ts';
import { resendExpired } from './resend-expired.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { accountVenue } from './venue.ts';

const documents = documentsOf('account');
const role = { role: grantableAccountRoleField };

/** The invitations to the account itself, and to all of its sites in one list. */
export const accountInvitationRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<WithAccount>()
    .post(
      '/api/v1/accounts/:account/invitations',
      documents.create,
      auth.account,
      validate('json', z.strictObject({ ...newInvitation, ...role })),
      async (c) => {
        const { command, person, account } = c.var;
        const { note, ...offer } = c.req.valid('json');
        return c.json(
          await createInvitation(deps, command, person, accountVenue(account), {
            ...offer,
            note: note || null,
          }),
          201,
        );
      },
    )
    .get(
      '/api/v1/accounts/:account/invitations',
      documents.list,
      auth.account,
      validate('query', invitationFilter),
      async (c) => {
        const { person, account } = c.var;
        return c.json(
          await listInvitations(
            deps,
            accountStandingOf(person, account),
            accountVenue(account).place,
            c.req.valid('query'),
          ),
          200,
        );
      },
    )
    .post(
      '/api/v1/accounts/:account/invitations/resend-expired',
      documents.resendExpired,
      auth.account,
      validate('json', noBody),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json({ results: await resendExpired(deps, command, person, accountVenue(account)) }, 200);
      },
    )
    .get('/api/v1/accounts/:account/invitations/:id', documents.read, auth.account, async (c) => {
      const { person, account } = c.var;
      return c.json(
        await readInvitation(
          deps,
          accountStandingOf(person, account),
          accountVenue(account).place,
          idIn(c.req.param('id')),
        ),
        200,
      );
    })
    .post(
      '/api/v1/accounts/:account/invitations/:id/resend',
      documents.resend,
      auth.account,
      validate('json', noBody),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(
          await resendInvitation(deps, command, person, accountVenue(account), idIn(c.req.param('id'))),
          200,
        );
      },
    )
    .patch(
      '/api/v1/accounts/:account/invitations/:id',
      documents.changeRole,
      auth.account,
      validate('json', z.strictObject(role)),
      async (c) => {
        const { command, person, account } = c.var;
        const offered = c.req.valid('json').role;
        return c.json(
          await changeInvitationRole(
            deps,
            command,
            person,
            accountVenue(account),
            idIn(c.req.param('id')),
            offered,
          ),
          200,
        );
      },
    )
    .delete('/api/v1/accounts/:account/invitations/:id', documents.revoke, auth.account, async (c) => {
      const { command, person, account } = c.var;
      return c.body(
        await revokeInvitation(deps, command, person, accountVenue(account), idIn(c.req.param('id'))),
        204,
      );
    })
    .post(
      '/api/v1/accounts/:account/invitations/batch',
      batchDocument,
      auth.account,
      validate('json', batch),
      async (c) => {
        const { command, person, account } = c.var;
        const { rows, dryRun } = c.req.valid('json');
        const results = dryRun
          ? await previewBatch(deps, person, account, rows)
          : await createBatch(deps, command, person, account, rows);
        return c.json({ results }, 200);
      },
    )
    .get(
      '/api/v1/accounts/:account/site-invitations',
      siteInvitationsDocument,
      auth.account,
      validate('query', invitationFilter.extend({ site: siteIdField.optional() })),
      async (c) => c.json(await listSiteInvitations(deps, c.var.account, c.req.valid('query')), 200),
    );
