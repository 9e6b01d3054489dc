import { MEMBERSHIP_SOURCES } from '@keyholder/db/schema';
import { SITE_ROLES } from '@keyholder/domain';
import { z } from 'zod';
import { pageFields, sortField } from '../lists/query.ts';
import { siteMemberSchema } from './site-member-view.ts';

/** How a person came to a site: shown beside every membership. */
export const originFields = {
  source: z.enum(MEMBERSHIP_SOURCES),
  /** Who invited, assigned or copied them; null where they did it themselves. */
  invitedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Their access is over [R34]; they stay in the list, so that somebody can extend it. */
  ended: z.boolean(),
};

export const siteMemberRowSchema = siteMemberSchema.extend(originFields).meta({ ref: 'SiteMemberRow' });
export type SiteMemberRow = z.infer<typeof siteMemberRowSchema>;

export const SITE_MEMBER_SORTS = ['role', 'name', 'email', 'joined', 'lastActive', 'accessUntil'] as const;

export const siteMemberQuery = z.strictObject({
  ...pageFields,
  role: z.enum(SITE_ROLES, { error: 'Choose a site role.' }).optional(),
  sort: sortField(SITE_MEMBER_SORTS),
});
export type SiteMemberQuery = z.infer<typeof siteMemberQuery>;
