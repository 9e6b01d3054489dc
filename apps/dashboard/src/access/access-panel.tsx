import type { Standing, UserId } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { announce } from '../ui/live-region.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { accessQuery, filterOf, isFiltered } from './access-queries.ts';
import { AccessToolbar } from './access-toolbar.tsx';
import { ChangeBar } from './change-bar.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { isEmpty, layoutOf } from './layout.ts';
import { Legend } from './legend.tsx';
import { Matrix } from './matrix.tsx';
import { MatrixFrame, MatrixSkeleton } from './matrix-skeleton.tsx';
import { readAnswer } from './model.ts';
import { summaryOf } from './staging.ts';
import { NO_FILTER, useAccessSearch } from './use-access-search.ts';
import { useNarrow } from './use-measures.ts';
import { useStaging } from './use-staging.ts';

// Of the two views one is shown; what reviews changes is fetched when there are some.
const AccessList = lazy(async () => ({ default: (await import('./access-list.tsx')).AccessList }));
const ReviewDialog = lazy(async () => ({ default: (await import('./review-dialog.tsx')).ReviewDialog }));

export interface SiteFacts {
  id: string;
  slug: string;
  name: string;
  owners: readonly { id: string }[];
}

/** Who can reach which site: as a matrix, or as a list where there is no room for one. */
export function AccessPanel({
  sites,
  owner,
  mayChange,
  domains,
}: {
  sites: readonly SiteFacts[];
  /** The account owner's name. */
  owner: string;
  /** Whether anything could be changed at all. */
  mayChange: boolean;
  /** The account's own; people can be grouped by them when there are any. */
  domains: readonly string[];
}) {
  const account = useAccount();
  const me = useMe();
  const navigate = useNavigate();
  const router = useRouter();
  const narrow = useNarrow();
  const address = useAccessSearch();
  const { search, show } = address;
  const filter = filterOf(search);
  const answer = useQuery(accessQuery(account.id, filter));
  const access = useMemo(() => answer.data && readAnswer(answer.data), [answer.data]);
  const staging = useStaging(access);
  const [reviewing, setReviewing] = useState(false);
  const listed = search.view === 'list' || (narrow && search.view !== 'matrix');
  const swapped = search.down === 'sites';
  const groups = search.group === 'domains' && domains.length === 0 ? undefined : search.group;
  const layout = useMemo(
    () => access && layoutOf(access, { swapped, groups, domains, invited: search.invited === true }),
    [access, swapped, groups, domains, search.invited],
  );
  const standingOn = (siteId: string): Standing => ({
    userId: me.user.id as UserId,
    accountRole: account.role,
    siteRole: me.sites.find((site) => site.id === siteId)?.role ?? null,
  });
  const invitation = (site: string, id: string) =>
    ({
      to: '/$account/sites/$site/invitations/$id',
      params: { account: account.slug, site, id },
      search: { tab: 'pending' },
    }) as const;
  const found = access && !answer.isPlaceholderData && isFiltered(filter);
  useEffect(() => {
    if (found) announce(words.found(access.people.length, access.sites.length));
  }, [found, access]);

  const summary = summaryOf(
    staging.changes,
    (siteId) => sites.find((site) => site.id === siteId)?.owners.map(({ id }) => id) ?? [],
    // What a filter hides is not counted, so nobody is said to leave while it is set.
    (personId) => (isFiltered(filter) ? Infinity : (access?.tally(personId).all ?? Infinity)),
  );
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || staging.changes.length === 0)
          return;
        event.preventDefault();
        staging.save();
      }}
    >
      <AccessToolbar address={address} sites={sites} narrow={narrow} byDomains={domains.length > 0} />
      {!mayChange && <p className="pb-3 text-13 text-ink-2">{words.readOnly(owner)}</p>}
      {answer.isPending && <MatrixSkeleton sites={listed ? [] : sites} />}
      {answer.isError && !access && (
        <MatrixFrame sites={listed ? [] : sites}>
          <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
        </MatrixFrame>
      )}
      {access && layout && isEmpty(layout) && (
        <EmptyState
          text={isFiltered(filter) ? words.empty : words.emptyAccount}
          action={isFiltered(filter) && <Button onClick={() => show(NO_FILTER)}>{words.clearAll}</Button>}
        />
      )}
      {access && layout && !isEmpty(layout) && listed && (
        <Suspense fallback={<SkeletonRows />}>
          <AccessList
            {...{ access, staging, standingOn }}
            stale={answer.isPlaceholderData}
            invitationLink={(site, id) => router.buildLocation(invitation(site, id)).href}
          />
        </Suspense>
      )}
      {access && layout && !isEmpty(layout) && !listed && (
        <Matrix
          {...{ access, layout, swapped, staging, standingOn }}
          filtered={isFiltered(filter)}
          stale={answer.isPlaceholderData}
          onInvitation={(site, id) => void navigate(invitation(site, id))}
        >
          <Legend />
        </Matrix>
      )}
      <ChangeBar {...{ staging, summary }} account={account.name} onReview={() => setReviewing(true)} />
      {reviewing && (
        <Suspense>
          <ReviewDialog
            {...{ staging, summary, owner }}
            account={account.name}
            onClose={() => setReviewing(false)}
          />
        </Suspense>
      )}
      <LeaveGuard changes={staging.changes.length} />
    </div>
  );
}
