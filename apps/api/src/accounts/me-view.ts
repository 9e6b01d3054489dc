import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import { z } from 'zod';

const ref = z.object({ id: z.string(), slug: z.string(), name: z.string() });

/** Who is signed in, and everything that they belong to. */
export const meSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    /** `formerSlugs`: addresses that the account had and that still lead to it. */
    accounts: z.array(
      ref.extend({
        role: z.enum(ACCOUNT_ROLES),
        formerSlugs: z.array(z.string()),
        /** From then on the account is closed to them without a second factor; null when they need none, or have one. */
        secondFactorBy: z.string().nullable(),
      }),
    ),
    /** Without those where access has ended [R34]. */
    sites: z.array(ref.extend({ account: ref, role: z.enum(SITE_ROLES) })),
  })
  .meta({ ref: 'Me' });
export type Me = z.infer<typeof meSchema>;
