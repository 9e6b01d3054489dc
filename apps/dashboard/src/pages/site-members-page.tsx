import { Outlet } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.ts';

/** The list, with the drawers of its child routes over it. */
export function SiteMembersPage() {
  usePageTitle('Members');
  return (
    <>
      <h2 className="text-16 font-semibold">Members</h2>
      <Outlet />
    </>
  );
}
