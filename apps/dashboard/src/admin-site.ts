import type { SitePermission, SiteRole, SURFACES } from '@keyholder/domain';
import { createContext, use } from 'react';
import type { SiteHere } from './site-here.ts';

/** The key of an area of Site Admin. */
export type AreaKey = (typeof SURFACES)[number]['key'];

/** What the areas of Site Admin know of the site they are on: the viewer has a role there. */
export interface AdminSite extends SiteHere {
  readonly domain: string;
  readonly role: SiteRole;
  readonly permissions: readonly SitePermission[];
  readonly surfaces: readonly { readonly key: AreaKey; readonly label: string }[];
}

export const AdminSiteContext = createContext<AdminSite | undefined>(undefined);

/** The site of the address; only for pages inside Site Admin, whose layout has read it. */
export function useAdminSite(): AdminSite {
  const site = use(AdminSiteContext);
  if (!site) throw new Error('useAdminSite is only for pages of Site Admin');
  return site;
}

/** Asks the server's own list what the viewer may do on this site. */
export function useMayHere(): (permission: SitePermission) => boolean {
  const { permissions } = useAdminSite();
  return (permission) => permissions.includes(permission);
}
