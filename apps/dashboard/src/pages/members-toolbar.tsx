import { useMembersPlace, type MembersSearch } from '../members-place.ts';
import { SITE_ROLES, SITE_ROLE_LABELS } from '@keyholder/domain';
import type { LinkProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink, SubTabLink } from '../links.tsx';
import { pendingWords } from '../messages/invitations.ts';
import { membersWords as words } from '../messages/members.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { SubTabs } from '../ui/tabs.tsx';
import { InviteManyButton } from './invite-many-button.tsx';

const ANY = 'any';
const STATUSES = ['pending', 'accepted', 'declined', 'revoked'] as const;

interface MembersToolbarProps {
  tab: 'active' | 'pending';
  /** Unknown while they load. */
  active: number | undefined;
  pending: number | undefined;
  onSearch: (change: Partial<MembersSearch>) => void;
}

/** Active and Pending with their counts, search, one filter, Invite Member. */
export function MembersToolbar({ tab, active, pending, onSearch }: MembersToolbarProps) {
  const { site, search, list } = useMembersPlace();
  // Links to the tabs hold no filter, so what is current is decided here and not by the router.
  const currentIf = (one: typeof tab) => ({ 'aria-current': one === tab ? ('page' as const) : undefined });
  const none = { activeProps: {}, inactiveProps: {} };
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <SubTabs label={words.status}>
        <SubTabLink {...list({ tab: 'active' })} {...none} {...currentIf('active')}>
          {words.active} <Count n={active} />
        </SubTabLink>
        <SubTabLink {...list({ tab: 'pending' })} {...none} {...currentIf('pending')}>
          {words.pending} <Count n={pending} />
        </SubTabLink>
      </SubTabs>
      <span className="flex-1 max-md:hidden" />
      <SearchInput
        key={tab}
        label={tab === 'active' ? words.find : pendingWords.find}
        value={search.q ?? ''}
        onChange={(q) => onSearch({ q: q || undefined })}
        className="w-48 max-md:flex-1"
      />
      {tab === 'active' ? (
        <div className="w-52 max-md:w-auto">
          <Select
            label={words.roleFilter}
            value={search.role ?? ANY}
            options={[
              { value: ANY, label: words.anyRole },
              ...SITE_ROLES.map((role) => ({ value: role, label: SITE_ROLE_LABELS[role] })),
            ]}
            onChange={(role) => onSearch({ role: role === ANY ? undefined : role })}
          />
        </div>
      ) : (
        <div className="w-32 max-md:w-auto">
          <Select
            label={pendingWords.statusFilter}
            value={search.status ?? 'pending'}
            options={STATUSES.map((value) => ({ value, label: pendingWords.statuses[value] }))}
            onChange={(status) => onSearch({ status: status === 'pending' ? undefined : status })}
          />
        </div>
      )}
      {site.canManageMembers && (
        <>
          <InviteManyButton account={site.account} site={site.id} />
          <InviteButton link={list({ ...search, tab, invite: true })} />
        </>
      )}
    </div>
  );
}

const Count = ({ n }: { n: number | undefined }) => <span className="min-w-2">{n ?? ''}</span>;

/** Top right; on a phone a bar at the bottom, above which toasts keep clear. */
function InviteButton({ link }: { link: LinkProps }) {
  useEffect(() => {
    const root = document.documentElement.style;
    root.setProperty('--dock', '5.75rem');
    return () => void root.removeProperty('--dock');
  }, []);
  return (
    <ButtonLink
      {...link}
      kind="primary"
      activeProps={{}}
      className="max-md:fixed max-md:inset-x-4 max-md:bottom-4 max-md:z-20 max-md:h-11 max-md:shadow-[0_0_0_16px_var(--canvas)]"
    >
      {words.invite}
    </ButtonLink>
  );
}
