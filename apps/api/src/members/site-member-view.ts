import { SITE_ROLES, mayManage } from '@keyholder/domain';
import type { AccountRole, SiteRole, Standing, UserId } from '@keyholder/domain';
import { z } from 'zod';

/** A person on a site as every list and command answers them (http-api.md, Sites). */
export const siteMemberSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: z.enum(SITE_ROLES),
    joinedAt: z.string(),
    lastActiveAt: z.string().nullable(),
    accessUntil: z.string().nullable(),
    you: z.boolean(),
    manageable: z.boolean(),
    etag: z.string(),
  })
  .meta({ ref: 'SiteMember' });
export type SiteMemberView = z.infer<typeof siteMemberSchema>;

export interface SiteMemberFacts {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly accountRole: AccountRole;
  readonly role: SiteRole;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
  readonly accessUntil: Date | null;
  readonly version: number;
  readonly changedAt: Date;
}

/** What a member is compared by in `If-Match`. The time tells a membership that came back from the one before it. */
export const etagOf = ({ version, changedAt }: Pick<SiteMemberFacts, 'version' | 'changedAt'>): string =>
  `"${version}-${changedAt.getTime().toString(36)}"`;

/** The member as this viewer may see and change them; null: a key, which is nobody here and changes nobody [R44]. */
export function siteMemberView(member: SiteMemberFacts, viewer: Standing | null): SiteMemberView {
  const target = { userId: member.userId, accountRole: member.accountRole, siteRole: member.role };
  return {
    user: { id: member.userId, name: member.name, email: member.email },
    role: member.role,
    joinedAt: member.joinedAt.toISOString(),
    lastActiveAt: member.lastActiveAt?.toISOString() ?? null,
    accessUntil: member.accessUntil?.toISOString() ?? null,
    you: viewer?.userId === member.userId,
    manageable: viewer !== null && mayManage(viewer, target),
    etag: etagOf(member),
  };
}
