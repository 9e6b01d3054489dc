import type { Standing, UserId } from '@keyholder/domain';
import { useAccount } from '../session/account.ts';
import { useMe } from '../session/me.ts';

/** How the viewer stands towards a site: what the domain's rules on rosters ask [R6, R7]. */
export function useMyStanding(): (siteId: string) => Standing {
  const me = useMe();
  const { role } = useAccount();
  return (siteId) => ({
    userId: me.user.id as UserId,
    accountRole: role,
    siteRole: me.sites.find((each) => each.id === siteId)?.role ?? null,
  });
}
