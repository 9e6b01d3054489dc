import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink } from '../links.tsx';
import { sitesWords as words } from '../messages/sites.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { Allowed } from '../session/allowed.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { NewSiteDialog } from '../sites/new-site-dialog.tsx';
import { sitesQuery } from '../sites/site-queries.ts';
import { SitesTable } from '../sites/sites-table.tsx';
import { matchSites } from '../sites/match-sites.ts';
import { announce } from '../ui/live-region.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { InviteManyButton } from './invite-many-button.tsx';

const FLAGS = ['all', 'expired', 'no-owner', 'one-owner'] as const;

export function SitesPage() {
  usePageTitle(words.title);
  const account = useAccount();
  const may = useMay();
  const search = useSearch({ strict: false });
  const q = search.q ?? '';
  const flag = FLAGS.find((each) => each === search.flag) ?? 'all';
  const navigate = useNavigate();
  const show = (change: {
    q?: string | undefined;
    flag?: 'expired' | 'no-owner' | 'one-owner' | undefined;
    new?: true | undefined;
  }) =>
    void navigate({
      to: '/$account/sites',
      params: { account: account.slug },
      search: { q: search.q, flag: flag === 'all' ? undefined : flag, ...change },
      replace: true,
    });
  const sites = useQuery(sitesQuery(account.id));
  const found = matchSites(sites.data?.items ?? [], q, flag);
  const filtered = q !== '' || flag !== 'all';
  useEffect(() => {
    if (filtered) announce(words.found(found.length));
  }, [filtered, found.length]);
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <Allowed to="team.manage">
              <InviteManyButton account={account} />
            </Allowed>
            <Allowed to="sites.create">
              <ButtonLink
                to="/$account/sites"
                params={{ account: account.slug }}
                search={{ new: true }}
                kind="primary"
              >
                {words.newSite}
              </ButtonLink>
            </Allowed>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={q}
          onChange={(next) => show({ q: next || undefined })}
          className="w-60 max-md:flex-1"
        />
        {may('team.read') && (
          <div className="w-52 max-md:w-full">
            <Select
              label={words.filter}
              value={flag}
              options={FLAGS.map((value) => ({ value, label: words.filters[value] }))}
              onChange={(next) => show({ flag: next === 'all' ? undefined : next })}
            />
          </div>
        )}
      </div>
      {sites.isPending && <SkeletonRows />}
      {sites.isError && <ProblemPanel problem={sites.error} onRetry={() => void sites.refetch()} />}
      {sites.data && found.length > 0 && <SitesTable account={account} sites={found} />}
      {sites.data && found.length === 0 && (
        <EmptyState
          text={
            q !== ''
              ? words.noMatch(q)
              : filtered
                ? words.noneFlagged
                : may('sites.create')
                  ? words.empty
                  : words.emptyNoRight
          }
          action={
            filtered && (
              <Button onClick={() => show({ q: undefined, flag: undefined })}>
                {q !== '' ? words.clearSearch : words.clearFilter}
              </Button>
            )
          }
        />
      )}
      <Allowed to="sites.create">
        <NewSiteDialog
          account={account}
          sites={sites.data?.items ?? []}
          open={search.new === true}
          onClose={() => show({ new: undefined })}
        />
      </Allowed>
    </>
  );
}
