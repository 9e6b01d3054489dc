import { accountRoleGrants } from '@keyholder/domain';
import { findAccount } from './find-account.ts';
import type { useMe } from './me.ts';

type Me = Pick<ReturnType<typeof useMe>, 'accounts' | 'sites'>;

/** Where `/` leads: never to a page that is empty or closed to this person. */
export function startOf(me: Me, last: string | null) {
  const sitesIn = (account: { id: string }) => me.sites.filter((site) => site.account.id === account.id);
  const seesAll = (account: Me['accounts'][number]) => accountRoleGrants(account.role, 'sites.read');
  const account = [findAccount(me, last ?? undefined), ...me.accounts].find(
    (each) => each && (seesAll(each) || sitesIn(each).length > 0),
  );
  if (!account)
    return me.accounts.length === 0
      ? ({ to: '/new-account' } as const)
      : ({ to: '/me/$section', params: { section: 'memberships' } } as const);
  const params = { account: account.slug };
  const [only, ...others] = sitesIn(account);
  return only && others.length === 0 && !seesAll(account)
    ? ({ to: '/admin/$account/$site', params: { ...params, site: only.slug } } as const)
    : ({ to: '/$account', params } as const);
}
