import { useQueries } from '@tanstack/react-query';
import { notDelivered, openInvitationsQuery } from '../invitations/open-invitations.ts';
import { flaggedCountQuery } from '../people/people-queries.ts';
import { useAccount } from '../session/account.ts';
import { sitesQuery } from '../sites/site-queries.ts';

/** What needs a decision in the account, counted by the lists that show it. */
export function useAttention() {
  const { id } = useAccount();
  const [sites, pending, inactive, powerful] = useQueries({
    queries: [
      sitesQuery(id),
      openInvitationsQuery(id),
      flaggedCountQuery(id, 'inactive'),
      flaggedCountQuery(id, 'powerful'),
    ],
  });
  const counts = {
    expired: pending.data?.filter((each) => each.expired).length,
    notDelivered: pending.data?.filter(notDelivered).length,
    inactive: inactive.data,
    powerful: powerful.data,
    withoutOwner: sites.data?.items.filter((site) => site.owners.length === 0).length,
  };
  const failed = [pending, inactive, powerful, sites].filter((query) => query.isError);
  const known = Object.values(counts).filter((n) => n !== undefined);
  return {
    counts,
    /** Undefined until every number is there. */
    total: known.length === Object.keys(counts).length ? known.reduce((sum, n) => sum + n, 0) : undefined,
    problem: failed[0]?.error ?? null,
    retry: () => failed.forEach((query) => void query.refetch()),
  };
}
export type Attention = ReturnType<typeof useAttention>;
