import { accountRoleGrants, type AccountPermission } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { shellWords } from '../messages/shell.ts';
import type { MyAccount } from '../session/account.ts';
import { memberCountQuery } from '../sites/site-queries.ts';
import { navItemClass } from './nav-item.ts';

/** The account's areas that the viewer's permissions open. */
export function AccountNav({ account }: { account: MyAccount }) {
  const may = (permission: AccountPermission) => accountRoleGrants(account.role, permission);
  const members = useQuery({ ...memberCountQuery(account.id), enabled: may('team.read') });
  const params = { account: account.slug };
  return (
    <ul className="flex flex-col gap-px">
      {may('team.read') && (
        <>
          <li>
            <Link
              to="/$account"
              params={params}
              activeOptions={{ exact: true, includeSearch: false }}
              className={navItemClass}
            >
              {shellWords.overview}
            </Link>
          </li>
          <li>
            <Link
              to="/$account/members"
              params={params}
              activeOptions={{ includeSearch: false }}
              className={navItemClass}
            >
              {shellWords.members}
              {members.data !== undefined && (
                <span className="ml-auto text-12 text-ink-3">{members.data}</span>
              )}
            </Link>
          </li>
          <li>
            <Link
              to="/$account/access"
              params={params}
              activeOptions={{ includeSearch: false }}
              className={navItemClass}
            >
              {shellWords.access}
            </Link>
          </li>
        </>
      )}
      <li>
        <Link
          to="/$account/sites"
          params={params}
          activeOptions={{ exact: true, includeSearch: false }}
          className={navItemClass}
        >
          {shellWords.sites}
        </Link>
      </li>
      {may('audit.read') && (
        <li>
          <Link
            to="/$account/audit"
            params={params}
            activeOptions={{ includeSearch: false }}
            className={navItemClass}
          >
            {shellWords.auditLog}
          </Link>
        </li>
      )}
      {may('account.settings') && (
        <li>
          <Link to="/$account/settings" params={params} className={navItemClass}>
            {shellWords.settings}
          </Link>
        </li>
      )}
    </ul>
  );
}
