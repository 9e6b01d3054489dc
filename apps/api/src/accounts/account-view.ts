import { ACCOUNT_PERMISSIONS, ACCOUNT_ROLES, PLANS, PLAN_KEYS } from '@keyholder/domain';
import type { Plan, Seats } from '@keyholder/domain';
import { z } from 'zod';
import { ownershipOfferSchema } from '../roster/ownership-offer.ts';

const planSchema = z.object({
  key: z.enum(PLAN_KEYS),
  name: z.string(),
  /** Null: without limit. */
  seatLimit: z.number().int().nullable(),
  used: z.number().int(),
  reserved: z.number().int(),
});

/** An account as its viewer may know it: plan and people are null without `team.read`. */
export const accountSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    role: z.enum(ACCOUNT_ROLES),
    permissions: z.array(z.enum(ACCOUNT_PERMISSIONS)),
    plan: planSchema.nullable(),
    /** The open offer, for the owner and for whom it was made to [R12]; null for everybody else. */
    ownershipOffer: ownershipOfferSchema.nullable(),
    counts: z.object({
      sites: z.number().int(),
      people: z.number().int().nullable(),
      /** Open invitations to the account and its sites, the expired ones included [R13]. */
      pendingInvitations: z.number().int().nullable(),
      expiredInvitations: z.number().int().nullable(),
    }),
  })
  .meta({ ref: 'Account' });
export type AccountView = z.infer<typeof accountSchema>;

export const createdAccountSchema = accountSchema
  .pick({ id: true, slug: true, name: true, role: true })
  .extend({ plan: planSchema })
  .meta({ ref: 'NewAccount' });
export type CreatedAccount = z.infer<typeof createdAccountSchema>;

export const viewPlan = (plan: Plan, { limit, used, reserved }: Seats): z.infer<typeof planSchema> => ({
  key: plan,
  name: PLANS[plan].label,
  seatLimit: limit,
  used,
  reserved,
});
