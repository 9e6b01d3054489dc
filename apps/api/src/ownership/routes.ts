import { ACCOUNT_ROLES } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { userIdField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { ownershipOfferSchema } from '../roster/ownership-offer.ts';
import { acceptOffer } from './accept-offer.ts';
import { offerOwnership } from './offer-ownership.ts';
import { withdrawOffer } from './withdraw-offer.ts';

const tags = ['Ownership'];
const nothing = z.strictObject({});
const acceptedSchema = z.object({ role: z.enum(ACCOUNT_ROLES) }).meta({ ref: 'OwnershipAccepted' });

/** The two steps by which an account gets another owner [R12]. */
export const ownershipRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .post(
      '/api/v1/accounts/:account/ownership-offer',
      describe({
        tags,
        summary: 'Offer the ownership to an admin',
        description:
          'Within 10 minutes of signing in. The offer lives 7 days, takes the place of an earlier one, and changes nothing until it is accepted [R12].',
        operationId: 'offerOwnership',
        success: { 201: { description: 'The open offer', schema: ownershipOfferSchema } },
        refusals: [
          'auth.required',
          'auth.reauthentication_required',
          'permission.denied',
          'not_found',
          'member.not_found',
          'member.is_yourself',
        ],
      }),
      auth.account,
      validate('json', z.strictObject({ userId: userIdField })),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(await offerOwnership(deps, command, person, account, c.req.valid('json').userId), 201);
      },
    )
    .delete(
      '/api/v1/accounts/:account/ownership-offer',
      describe({
        tags,
        summary: 'Withdraw the offer of ownership',
        operationId: 'withdrawOwnershipOffer',
        success: { 204: { description: 'Withdrawn' } },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        await withdrawOffer(deps, c.var.command, c.var.person, c.var.account);
        return c.body(null, 204);
      },
    )
    .post(
      '/api/v1/accounts/:account/ownership-offer/accept',
      describe({
        tags,
        summary: 'Accept the offer of ownership',
        description:
          'For its recipient, while they are an admin: they become the owner, the former owner an admin, in one transaction; both are mailed [R12].',
        operationId: 'acceptOwnership',
        success: { 200: { description: 'Your role now', schema: acceptedSchema } },
        refusals: ['auth.required', 'not_found'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) => c.json(await acceptOffer(deps, c.var.command, c.var.person, c.var.account), 200),
    );
