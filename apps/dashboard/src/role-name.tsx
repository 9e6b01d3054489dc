import {
  ACCOUNT_ROLE_LABELS,
  SITE_ROLE_LABELS,
  SITE_ROLE_REACH,
  SITE_ROLES,
  type AccountRole,
  type SiteRole,
} from '@keyholder/domain';
import { roleWords } from './messages/roles.ts';
import { ReachMark } from './ui/reach-mark.tsx';

/** The name of a site role with the mark of how far it reaches. */
export const RoleName = ({ role }: { role: SiteRole }) => (
  <span className="inline-flex items-center gap-2 whitespace-nowrap">
    <ReachMark level={SITE_ROLE_REACH[role]} />
    {SITE_ROLE_LABELS[role]}
  </span>
);

/** Under a table: what the marks mean. */
export const ReachLegend = () => (
  <p className="mt-2.5 flex flex-wrap gap-x-3 gap-y-1 text-12 text-ink-2">
    {([3, 2, 1] as const).map((level) => (
      <span key={level} className="inline-flex items-center gap-1.5">
        <ReachMark level={level} />
        {roleWords.legend[level - 1]}
      </span>
    ))}
  </p>
);

/** Invitations carry either kind of role; on a site it is one of the seven. */
export const isSiteRole = (role: string): role is SiteRole =>
  (SITE_ROLES as readonly string[]).includes(role);
export const roleLabel = (role: string): string =>
  isSiteRole(role) ? SITE_ROLE_LABELS[role] : (ACCOUNT_ROLE_LABELS[role as AccountRole] ?? role);
