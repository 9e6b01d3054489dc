import { Outlet } from '@tanstack/react-router';
import { MembersPlaceContext } from '../members-place.ts';
import { MembersPanel } from './members-panel.tsx';
import { useDashboardPlace } from './use-members-place.ts';

/** The Dashboard's page of one site's people; the drawers are its child routes. */
export function SiteMembersPage() {
  return (
    <MembersPlaceContext value={useDashboardPlace()}>
      <MembersPanel />
      <Outlet />
    </MembersPlaceContext>
  );
}
