import type { AccountPermission, SitePermission } from '@keyholder/domain';
import { accountRoleGrants } from '@keyholder/domain';
import { useParams } from '@tanstack/react-router';
import { createContext, use } from 'react';
import { findAccount } from './find-account.ts';
import { lastAccount } from './last-account.ts';
import { useMe } from './me.ts';

type Me = ReturnType<typeof useMe>;
export type MyAccount = Me['accounts'][number];

/** The account of the address, or undefined outside of one. */
export function useAccountMaybe(): MyAccount | undefined {
  const { account } = useParams({ strict: false });
  return findAccount(useMe(), account);
}
/** The account of the address, or the one used last: for the navigation beside /me. */
export function useNearAccount(): MyAccount | undefined {
  const me = useMe();
  return useAccountMaybe() ?? findAccount(me, lastAccount() ?? undefined) ?? me.accounts[0];
}
/**
 * The account that the layout has checked. Its pages keep it until the layout takes them away: when the account goes
 * while they are open, they must not ask for it on their own a moment earlier.
 */
export const AccountContext = createContext<MyAccount | undefined>(undefined);

/** The account of the address; only for pages under /$account, whose layout has checked it. */
export function useAccount(): MyAccount {
  const account = use(AccountContext);
  if (!account) throw new Error('useAccount is only for pages of an account');
  return account;
}

/** Asks the domain's own table what the viewer may do in the account of the address. */
export function useMay(): (permission: AccountPermission) => boolean {
  const account = useAccountMaybe();
  return (permission) => accountRoleGrants(account?.role ?? null, permission);
}
/** On a site the server has already worked out the permissions. */
export const mayOnSite = (
  site: { permissions: readonly SitePermission[] } | undefined,
  permission: SitePermission,
): boolean => site?.permissions.includes(permission) ?? false;
