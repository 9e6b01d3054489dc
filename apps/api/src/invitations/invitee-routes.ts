import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { commandOf } from '../http/authenticate.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { noteField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { declineInvitation } from './decline-invitation.ts';
import { acceptedSchema, linkSchema } from './invitee-view.ts';
import { lookupInvitation } from './lookup-invitation.ts';
import { requestNewLink } from './request-new-link.ts';

const token = z.string({ error: 'The token of the link.' }).max(2_000);
const onlyToken = z.strictObject({ token });
const tags = ['For the invitee'];
const dead = [
  'invitation.invalid',
  'invitation.expired',
  'invitation.superseded',
  'invitation.revoked',
  'invitation.declined',
  'rate.limited',
] as const;

export const inviteeRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .post(
      '/api/v1/invitations/lookup',
      describe({
        tags,
        summary: 'What a link shows',
        description:
          'Changes nothing [R20]. One answer, `invitation.invalid`, for every kind of wrong token.',
        operationId: 'lookupInvitation',
        success: {
          200: { description: 'The invitation as the holder of its link sees it', schema: linkSchema },
        },
        refusals: ['invitation.invalid', 'rate.limited'],
      }),
      validate('json', onlyToken),
      async (c) =>
        c.json(
          await lookupInvitation(deps, await auth.visitor(c), c.req.valid('json').token, c.var.clientAddress),
          200,
        ),
    )
    .post(
      '/api/v1/invitations/accept',
      describe({
        tags,
        summary: 'Accept',
        description: 'A new person sets name and password and is signed in by the answer [R21, R22].',
        operationId: 'acceptInvitation',
        success: { 200: { description: 'Joined', schema: acceptedSchema } },
        refusals: [
          ...dead,
          'invitation.sign_in_required',
          'invitation.sso_required',
          'invitation.wrong_person',
          'seat.limit_reached',
        ],
      }),
      validate(
        'json',
        onlyToken.extend({
          name: z.string().max(640).optional(),
          password: z.string().max(1_024).optional(),
        }),
      ),
      async (c) => {
        const person = await auth.visitor(c);
        const { newPerson, ...accepted } = await acceptInvitation(
          deps,
          {
            person,
            clientAddress: c.var.clientAddress,
            commandFor: (userId, invitationId) =>
              commandOf(c, { kind: 'person', id: userId }, `invitation:${invitationId}`),
          },
          c.req.valid('json'),
        );
        if (newPerson)
          c.header('set-cookie', await deps.identity.startSession(newPerson, c.req.raw), { append: true });
        return c.json(accepted, 200);
      },
    )
    .post(
      '/api/v1/invitations/decline',
      describe({
        tags,
        summary: 'Decline',
        operationId: 'declineInvitation',
        success: { 204: { description: 'Declined; the sender is told' } },
        refusals: [...dead, 'invitation.not_pending', 'invitation.wrong_person'],
      }),
      validate('json', onlyToken.extend({ reason: noteField.optional() })),
      async (c) => {
        const person = await auth.visitor(c);
        const { token: presented, reason } = c.req.valid('json');
        const done = await declineInvitation(
          deps,
          { person, ...inviteeRequest(c, person?.userId ?? null) },
          { token: presented, reason: reason || null },
        );
        return c.body(done, 204);
      },
    )
    .post(
      '/api/v1/invitations/request-new-link',
      describe({
        tags,
        summary: 'Ask the sender for a new link',
        description: 'Once per hour.',
        operationId: 'requestNewLink',
        success: { 202: { description: 'The sender is mailed' } },
        refusals: [...dead, 'invitation.not_pending'],
      }),
      validate('json', onlyToken),
      async (c) =>
        c.body(await requestNewLink(deps, inviteeRequest(c, null), c.req.valid('json').token), 202),
    );

/** The holder of a link acts for themselves; without a session the audit knows them by the invitation only. */
const inviteeRequest = (c: Parameters<typeof commandOf>[0], userId: string | null) => ({
  clientAddress: c.var.clientAddress,
  commandFor: (invitationId: string) =>
    commandOf(c, { kind: 'person' as const, id: userId }, `invitation:${invitationId}`),
});
