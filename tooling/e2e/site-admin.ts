import { SITE_ROLE_LABELS, type SiteRole } from '@keyholder/domain';
import type { Locator, Page } from '@playwright/test';
import { found, type Agency } from './agency.ts';
import type { RunningApp } from './app.ts';
import { call } from './call.ts';

type Site = Agency['sites'][0];

/** The list of areas in the sidebar of Site Admin. */
export const areas = (page: Page): Locator => page.getByRole('list', { name: 'Areas' }).getByRole('link');

/** A site whose owner is signed in at `page`, and the ways to let people work on it. */
export async function foundSite(page: Page, app: RunningApp) {
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: ['Northwind Coffee'],
  });
  const [site] = agency.sites as [Site];
  const member = (userId: string) => `/api/v1/sites/${site.id}/members/${userId}`;
  return {
    ...agency,
    site,
    admin: (rest = '') => `/admin/${agency.account.slug}/${site.slug}${rest}`,
    /** Somebody new who has accepted, signed in at `at`; named after the role where no name is given. */
    works: (at: Page, role: SiteRole, name: string = SITE_ROLE_LABELS[role]) =>
      agency.join(at, site, name, role),
    setRole: (userId: string, role: SiteRole) => call(page, app.url, 'PATCH', member(userId), { role }),
    removeFromSite: (userId: string) => call(page, app.url, 'DELETE', member(userId)),
  };
}
