import { fail, isId } from '@keyholder/domain';
import type { InvitationId, InvitationScope } from '@keyholder/domain';
import { z } from 'zod';
import { emailField, limitField, noteField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { pageFields } from '../lists/query.ts';
import {
  batchResultsSchema,
  invitationListSchema,
  invitationSchema,
  resendResultsSchema,
} from './invitation-view.ts';

/** The bodies and queries that both kinds of invitations take. */
export const newInvitation = { email: emailField, note: noteField.optional() };
export const noBody = z.strictObject({});
export const invitationFilter = z.strictObject({
  status: z.enum(['pending', 'accepted', 'declined', 'revoked']).default('pending'),
  q: pageFields.q,
  expired: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  limit: limitField,
  cursor: z.string().max(500).optional(),
});

/** Up to 500 rows; what a row holds is judged row by row, so that one slip does not stop the others [R25]. */
export const batch = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        email: z.string().max(1_000),
        siteId: z.string().max(100),
        role: z.string().max(100),
      }),
    )
    .min(1, 'Send at least one row.')
    .max(500, 'Send at most 500 rows.'),
  dryRun: z.boolean().optional(),
});

/** An id in the path; what is not written like one names nothing. */
export const idIn = (text: string): InvitationId => (isId(text) ? (text as InvitationId) : fail('not_found'));

const refused = ['auth.required', 'permission.denied', 'not_found'] as const;
const changed = [...refused, 'role.not_grantable', 'invitation.not_pending'] as const;
const sent = ['seat.limit_reached', 'rate.limited'] as const;
const one = { 200: { description: 'The invitation', schema: invitationSchema } };
const page = { 200: { description: 'A page', schema: invitationListSchema } };
const tags = ['Invitations'];

export const siteInvitationsDocument = describe({
  tags,
  summary: 'List invitations to all sites',
  operationId: 'listInvitationsToAllSites',
  success: page,
  refusals: refused,
});

export const batchDocument = describe({
  tags,
  summary: 'Invite many at once',
  description:
    'Up to 500 rows over any sites of the account. `dryRun` gives the verdicts without sending [R25].',
  operationId: 'inviteMany',
  success: { 200: { description: 'A result for each row', schema: batchResultsSchema } },
  refusals: refused,
});

/** What the reference says of the invitations to a site or to the account. */
export function documentsOf(scope: InvitationScope) {
  const place = scope === 'site' ? 'Site' : 'Account';
  const time = scope === 'site' ? '48 hours' : '7 days';
  const route = (
    name: string,
    summary: string,
    success: Parameters<typeof describe>[0]['success'],
    refusals: Parameters<typeof describe>[0]['refusals'] = refused,
    description = '',
  ) =>
    describe({
      tags,
      summary,
      operationId: `${name}${place}Invitation`,
      success,
      refusals: refusals ?? [],
      description,
    });
  return {
    create: route(
      'create',
      scope === 'site' ? 'Invite a member' : 'Invite a user',
      { 201: { description: 'The invitation', schema: invitationSchema } },
      [...refused, ...sent, 'role.not_grantable', 'invitation.already_pending', 'member.already_active'],
      `Offers a ${scope} role to an address for ${time} and mails the link [R13].`,
    ),
    list: route('list', `List invitations to ${scope === 'site' ? 'a site' : 'the account'}`, page),
    read: route('read', 'Read an invitation', one),
    resend: route(
      'resend',
      'Resend',
      one,
      [...changed, ...sent],
      `A fresh link for a fresh ${time}; earlier links stop at once [R15].`,
    ),
    resendExpired: route('resendExpired', 'Resend all expired', {
      200: { description: 'Per invitation', schema: resendResultsSchema },
    }),
    changeRole: route(
      'changeRoleOf',
      'Change the offered role',
      { 200: { description: 'The new invitation', schema: invitationSchema } },
      [...changed, ...sent],
      'Revokes and re-issues in one transaction; the old link dies [R17].',
    ),
    revoke: route(
      'revoke',
      'Revoke',
      { 204: { description: 'Revoked' } },
      changed,
      'Immediate and final [R16].',
    ),
  };
}
