import { fail, isId, maySeeSite } from '@keyholder/domain';
import type { SiteId, SiteRole } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { viewSite } from './site-view.ts';
import type { SiteView } from './site-view.ts';

interface Row extends Record<string, unknown> {
  id: SiteId;
  slug: string;
  name: string;
  domain: string;
  role: SiteRole | null;
}

/** A site of the account by its id or slug; `not_found` alike for one that is not there and one that is not theirs to know. */
export async function readSite(
  deps: Pick<Deps, 'read'>,
  person: PersonAccess,
  account: AccountAccess,
  idOrSlug: string,
): Promise<SiteView> {
  // What cannot be a slug must not reach the database as text.
  if (!/^[a-z0-9-]{1,64}$/.test(idOrSlug)) return fail('not_found');
  const named = isId(idOrSlug) ? sql`s.id = ${idOrSlug}::uuid` : sql`s.slug = ${idOrSlug}`;
  const [row] = await deps.read((db) =>
    db.execute<Row>(sql`
      select s.id, s.slug, s.name, s.domain, m.role from site s
      left join site_member m on m.site_id = s.id and m.user_id = ${person.userId}
        and (m.access_until is null or m.access_until > statement_timestamp())
      where s.account_id = ${account.id} and s.deleted_at is null and ${named}`),
  );
  if (!row || !maySeeSite({ accountRole: account.role, siteRole: row.role })) return fail('not_found');
  const { id, slug, name, domain, role } = row;
  return viewSite({ id, slug, name, domain, role, account, accountRole: account.role });
}
