import { MembersPlaceContext } from '../members-place.ts';
import { membersWords as words } from '../messages/members.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { MembersPanel } from './members-panel.tsx';
import { useSiteAdminPlace } from './use-members-place.ts';
import { SiteInvitationDrawer } from './site-invitation-drawer.tsx';
import { SiteMemberDrawer } from './site-member-drawer.tsx';

/** Site Admin: the same panel of people as in the Dashboard. */
export function AdminMembersPage() {
  const place = useSiteAdminPlace();
  return (
    <MembersPlaceContext value={place}>
      <PageHeader title={words.title} />
      <MembersPanel />
      {place.user !== undefined && <SiteMemberDrawer />}
      {place.invitation !== undefined && <SiteInvitationDrawer />}
    </MembersPlaceContext>
  );
}
