import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import { z } from 'zod';

const site = z.object({ id: z.string(), name: z.string() });
const openInvitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum([...SITE_ROLES, ...ACCOUNT_ROLES]),
  site: site.nullable(),
});

/** What a removal would end, before it is asked for [R32]. */
export const removalPreviewSchema = z
  .object({
    sites: z.array(site.extend({ role: z.enum(SITE_ROLES) })),
    sitesWithoutOwner: z.array(site),
    /** The keys that they made and that work now. */
    apiKeys: z.array(z.object({ id: z.string(), name: z.string(), prefix: z.string(), site })),
    invitationsSent: z.array(openInvitation),
    pendingInvitations: z.array(openInvitation),
  })
  .meta({ ref: 'RemovalPreview' });
export type RemovalPreview = z.infer<typeof removalPreviewSchema>;
