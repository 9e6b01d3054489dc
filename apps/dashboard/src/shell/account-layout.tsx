import { ACCOUNT_ROLE_LABELS, accountRoleGrants, mayReceiveOwnership } from '@keyholder/domain';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { siteHomeWords } from '../messages/site-home.ts';
import { shellWords } from '../messages/shell.ts';
import { AccountContext, useAccountMaybe } from '../session/account.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { SecondFactorGate } from './second-factor-gate.tsx';
import { Welcome } from './welcome.tsx';

const OfferBanner = lazy(async () => ({
  default: (await import('../account-settings/offer-banner.tsx')).OfferBanner,
}));

export function AccountLayout() {
  const account = useAccountMaybe();
  if (!account) return <NotFoundPage />;
  return (
    <AccountContext value={account}>
      <Welcome
        role={ACCOUNT_ROLE_LABELS[account.role]}
        place={siteHomeWords.inAccount(account.name)}
        areas={[
          shellWords.sites,
          ...(accountRoleGrants(account.role, 'team.read') ? [shellWords.members] : []),
        ]}
      />
      {mayReceiveOwnership(account.role) && (
        <Suspense>
          <OfferBanner accountId={account.id} />
        </Suspense>
      )}
      <SecondFactorGate account={account}>
        <Outlet />
      </SecondFactorGate>
    </AccountContext>
  );
}
