import type { AccountId, AccountRole, SiteId, SiteRole } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import type { Me } from './me-view.ts';

interface AccountRow extends Record<string, unknown> {
  id: AccountId;
  slug: string;
  name: string;
  role: AccountRole;
  former: string[];
  factor_by: Date | string | null;
}
interface SiteRow extends Record<string, unknown> {
  id: SiteId;
  slug: string;
  name: string;
  role: SiteRole;
  account_id: AccountId;
  account_slug: string;
  account_name: string;
}

/** The signed-in person with their accounts and the sites that they may enter now. */
export async function readMe(deps: Pick<Deps, 'read'>, person: PersonAccess): Promise<Me> {
  const [accounts, sites] = await Promise.all([
    deps.read((db) =>
      db.execute<AccountRow>(sql`
        select a.id, a.slug, a.name, m.role,
          array(select c.slug from claimed_slug c where c.account_id = a.id and c.slug <> a.slug order by c.slug) as former,
          (select ap.second_factor_required_from from account_policy ap where ap.account_id = a.id
            and (exists (select 1 from sso_session ss where ss.session_id = ${person.sessionId})
              or not exists (select 1 from two_factor tf where tf.user_id = m.user_id and tf.confirmed_at is not null))
            and not exists (select 1 from sso_session ss join sso_connection sc on sc.id = ss.connection_id
              where ss.session_id = ${person.sessionId} and sc.account_id = a.id)) as factor_by
        from account_member m join account a on a.id = m.account_id
        where m.user_id = ${person.userId} order by lower(a.name), a.id`),
    ),
    deps.read((db) =>
      db.execute<SiteRow>(sql`
        select s.id, s.slug, s.name, m.role, a.id as account_id, a.slug as account_slug, a.name as account_name
        from site_member m join site s on s.id = m.site_id join account a on a.id = s.account_id
        where m.user_id = ${person.userId} and (m.access_until is null or m.access_until > statement_timestamp())
        order by lower(a.name), a.id, lower(s.name), s.id`),
    ),
  ]);
  return {
    user: { id: person.userId, name: person.name, email: person.email },
    accounts: accounts.map(({ id, slug, name, role, former, factor_by: factorBy }) => ({
      id,
      slug,
      name,
      role,
      formerSlugs: former,
      secondFactorBy: factorBy && new Date(factorBy).toISOString(),
    })),
    sites: sites.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      account: { id: row.account_id, slug: row.account_slug, name: row.account_name },
      role: row.role,
    })),
  };
}
