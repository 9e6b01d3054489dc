import type { AccountRole, SiteRole } from '@keyholder/domain';
import type { Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { call } from './call.ts';
import { accept, linkIn, newPerson, signUp, type Person } from './people.ts';

interface Place {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** An account with sites, made through the API by its owner, who is signed in at `page`. */
export interface Agency {
  readonly owner: Person;
  readonly account: Place;
  readonly sites: readonly Place[];
  /** Path of a site's page in the Dashboard. */
  path(site: Place, rest?: string): string;
  /** Sends an invitation and answers its id and the mailed link. */
  invite(site: Place, person: Person, role: SiteRole): Promise<{ id: string; link: string }>;
  /** Invites somebody new, who accepts at a browser of their own. */
  join(at: Page, site: Place, name: string, role: SiteRole): Promise<Person & { id: string }>;
  /** Gives somebody of the account the same role on further sites. */
  assign(userId: string, sites: readonly Place[], role: SiteRole): Promise<void>;
  setAccountRole(userId: string, role: AccountRole): Promise<void>;
}

export async function found(
  page: Page,
  app: RunningApp,
  names: { readonly owner: string; readonly account: string; readonly sites: readonly string[] },
): Promise<Agency> {
  const owner = newPerson(names.owner);
  await signUp(page, app, owner);
  const account = await call<Place>(page, app.url, 'POST', '/api/v1/accounts', { name: names.account });
  const sites: Place[] = [];
  for (const [index, name] of names.sites.entries()) {
    const domain = `site${index}.${account.slug}.example`;
    sites.push(
      await call<Place>(page, app.url, 'POST', `/api/v1/accounts/${account.id}/sites`, { name, domain }),
    );
  }

  const invite: Agency['invite'] = async (site, { email }, role) => {
    const before = app.inbox.mails.length;
    const { id } = await call<{ id: string }>(page, app.url, 'POST', `/api/v1/sites/${site.id}/invitations`, {
      email,
      role,
    });
    return { id, link: linkIn(await app.inbox.next(email, /invited you/, before), 'invitation') };
  };

  return {
    owner,
    account,
    sites,
    path: (site, rest = '') => `/${account.slug}/sites/${site.slug}${rest}`,
    invite,
    join: async (at, site, name, role) => {
      const person = newPerson(name);
      await accept(at, app, (await invite(site, person, role)).link, person);
      const { user } = await call<{ user: { id: string } }>(at, app.url, 'GET', '/api/v1/me');
      return { ...person, id: user.id };
    },
    assign: async (userId, to, role) => {
      const assignments = to.map(({ id }) => ({ siteId: id, role }));
      await call(page, app.url, 'POST', `/api/v1/accounts/${account.id}/members/${userId}/sites`, {
        assignments,
      });
    },
    setAccountRole: async (userId, role) => {
      await call(page, app.url, 'PATCH', `/api/v1/accounts/${account.id}/members/${userId}`, { role });
    },
  };
}
