import { POLICY_DOMAINS_AT_MOST, POLICY_LIMITS } from '@keyholder/domain';
import type { AccountPolicies } from '@keyholder/domain';
import { z } from 'zod';
import { domainField } from '../http/fields.ts';

/** What an account asks of everybody in it. */
export const policiesSchema = z
  .object({
    secondFactor: z.object({
      required: z.boolean(),
      /** How long people were given when it was turned on. */
      graceDays: z.number().int(),
      /** From when on nobody gets in without; null while it is not required. */
      requiredFrom: z.string().nullable(),
    }),
    /** The account's own domains: people with other addresses are flagged. */
    domains: z.array(z.string()),
    inactiveAfterDays: z.number().int(),
    powerfulSites: z.number().int(),
  })
  .meta({ ref: 'AccountPolicies' });

const between = ([least, most]: readonly [number, number]) => {
  const message = `Use a whole number from ${least} to ${most}.`;
  return z.int({ error: message }).min(least, message).max(most, message);
};
const tooMany = `Name at most ${POLICY_DOMAINS_AT_MOST} domains.`;

export const policyChange = z
  .strictObject({
    secondFactor: z
      .strictObject({
        required: z.boolean(),
        graceDays: between(POLICY_LIMITS.secondFactorGraceDays).optional(),
      })
      .optional(),
    domains: z
      .array(domainField)
      .max(POLICY_DOMAINS_AT_MOST, tooMany)
      .transform((domains) => [...new Set(domains)].toSorted())
      .optional(),
    inactiveAfterDays: between(POLICY_LIMITS.inactiveAfterDays).optional(),
    powerfulSites: between(POLICY_LIMITS.powerfulSites).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Name what should change.');

export const viewPolicies = (policies: AccountPolicies): z.infer<typeof policiesSchema> => ({
  secondFactor: {
    required: policies.secondFactorRequiredFrom !== null,
    graceDays: policies.secondFactorGraceDays,
    requiredFrom: policies.secondFactorRequiredFrom?.toISOString() ?? null,
  },
  domains: [...policies.domains],
  inactiveAfterDays: policies.inactiveAfterDays,
  powerfulSites: policies.powerfulSites,
});
