import type { QueryClient } from '@tanstack/react-query';
import type { AccountRole, SiteRole } from '@keyholder/domain';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const person = api.v1.accounts[':account'].members[':user'];
const siteMember = api.v1.sites[':site'].members[':user'];

export const changeAccountRole = (account: string, user: string, role: AccountRole) =>
  data(person.$patch({ param: { account, user }, json: { role } }));

export const removeFromAccount = (
  account: string,
  user: string,
  json: { adoptInvitations: boolean; reason: string | null },
) => data(person.$delete({ param: { account, user }, json }));

export const restoreToAccount = (account: string, user: string) =>
  data(person.restore.$post({ param: { account, user }, json: {} }));

export interface NewAssignment {
  siteId: string;
  role: SiteRole;
  accessUntil: string | null;
}
export const assignToSites = (account: string, user: string, assignments: readonly NewAssignment[]) =>
  data(person.sites.$post({ param: { account, user }, json: { assignments: [...assignments] } }));

/** `etag` refuses when somebody else has changed the member meanwhile. */
export const changeSiteRole = (site: string, user: string, role: SiteRole, etag?: string) =>
  data(
    siteMember.$patch(
      { param: { site, user }, json: { role } },
      etag === undefined ? {} : { headers: { 'if-match': etag } },
    ),
  );
export interface AccessChange {
  userId: string;
  siteId: string;
  role: SiteRole | null;
  etag: string;
}
/** All of them or none. */
export const changeAccess = (account: string, changes: readonly AccessChange[]) =>
  data(
    api.v1.accounts[':account']['access-changes'].$post({
      param: { account },
      json: { changes: [...changes] },
    }),
  );
export const removeFromSite = (site: string, user: string) =>
  data(siteMember.$delete({ param: { site, user }, json: {} }));
export const restoreToSite = (site: string, user: string) =>
  data(siteMember.restore.$post({ param: { site, user }, json: {} }));

/** After any change of people: what shows them is read anew. */
export const refreshPeople = (client: QueryClient, accountId: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.account(accountId) }),
    client.invalidateQueries({ queryKey: ['site'] }),
  ]);
