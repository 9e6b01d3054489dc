import { memberWords as words } from '../messages/members.ts';
import type { SiteHere } from '../site-here.ts';
import type { SiteMember } from './member-queries.ts';

/**
 * Why the viewer may not change this member: R7 when their role is out of reach, else it can only be the account
 * owner [R9]. Null when they may, or when they may change nobody: that is said once, at the top of the list.
 */
export function whyNot(site: SiteHere, member: SiteMember): string | null {
  if (member.manageable || member.you || !site.canManageMembers) return null;
  return site.grantableRoles.includes(member.role) ? words.onlyThem(member.user.name) : words.onlyOwners;
}
