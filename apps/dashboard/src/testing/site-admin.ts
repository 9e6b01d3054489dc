import { SITE_GRANTS, SURFACES, type SitePermission, type SiteRole } from '@keyholder/domain';
import { http, HttpResponse } from 'msw';
import { worker } from './fake-api.ts';
import { ALEX, MEMBERS, SITE_HERE } from './invitation.ts';

export const ADMIN = '/admin/bright-lines/northwind-coffee';

/** Alex in Site Admin with a role, perhaps a narrower one: what the API would answer about the site. */
export function worksAs(role: SiteRole, { without }: { without?: SitePermission } = {}): void {
  const permissions: readonly string[] = SITE_GRANTS[role].filter((permission) => permission !== without);
  const surfaces = SURFACES.filter(({ needs }) => permissions.includes(needs)).map(({ key, label }) => ({
    key,
    label,
    href: `${ADMIN}/${key}`,
  }));
  const site = { ...SITE_HERE, role, permissions, surfaces };
  worker.use(
    http.get('/api/v1/me', () => HttpResponse.json({ ...ALEX, sites: [{ ...ALEX.sites[0], role }] })),
    http.get('/api/v1/accounts/:account/sites/:site', () => HttpResponse.json(site)),
    http.get('/api/v1/sites/:site/members', () =>
      HttpResponse.json({ items: MEMBERS, nextCursor: null, total: MEMBERS.length }),
    ),
  );
}

/** One page of a list. */
export const listed = (items: readonly unknown[]) =>
  HttpResponse.json({ items: [...items], nextCursor: null, total: items.length });
