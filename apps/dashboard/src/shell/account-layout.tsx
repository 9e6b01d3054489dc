import { ACCOUNT_ROLE_LABELS, accountRoleGrants } from '@keyholder/domain';
import { Outlet } from '@tanstack/react-router';
import { siteHomeWords } from '../messages/site-home.ts';
import { shellWords } from '../messages/shell.ts';
import { useAccountMaybe } from '../session/account.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Welcome } from './welcome.tsx';

export function AccountLayout() {
  const account = useAccountMaybe();
  if (!account) return <NotFoundPage />;
  return (
    <>
      <Welcome
        role={ACCOUNT_ROLE_LABELS[account.role]}
        place={siteHomeWords.inAccount(account.name)}
        areas={[
          shellWords.sites,
          ...(accountRoleGrants(account.role, 'team.read') ? [shellWords.members] : []),
        ]}
      />
      <Outlet />
    </>
  );
}
