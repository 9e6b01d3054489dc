import type { Database } from '@keyholder/db';
import { maySeeMembers } from '@keyholder/domain';
import type { AccountRole, SiteId, SiteRole } from '@keyholder/domain';
import { factorMissing } from '../http/second-factor-rule.ts';
import type { Stream } from './streams.ts';

/** `sees`: the person may know of what happens on the site in question (or in the account, without one). */
interface Verdict {
  readonly sees: boolean;
}

interface Row {
  position: number;
  account_role: AccountRole;
  site_role: SiteRole | null;
}

/**
 * Judges any number of open streams in one statement by what is true now: session alive, person still in the account,
 * a second factor where it asks for one, their roles. A stream without a verdict must close.
 */
export async function judge(
  { sql, read }: Database,
  streams: readonly Stream[],
  siteId: SiteId | null,
): Promise<Map<Stream, Verdict>> {
  const rows = await read(
    () => sql<Row[]>`
      select o.position::int as position, am.role as account_role, sm.role as site_role
      from unnest(${streams.map((s) => s.sessionId)}::uuid[], ${streams.map((s) => s.userId)}::uuid[],
        ${streams.map((s) => s.accountId)}::uuid[]) with ordinality as o(session_id, user_id, account_id, position)
      join session s on s.id = o.session_id and s.user_id = o.user_id and s.expires_at > clock_timestamp()
      join "user" u on u.id = o.user_id join account a on a.id = o.account_id
      left join sso_session ss on ss.session_id = s.id
      join account_member am on am.account_id = o.account_id and am.user_id = o.user_id
      left join site_member sm on sm.site_id = ${siteId}::uuid and sm.user_id = o.user_id
        and (sm.access_until is null or sm.access_until > clock_timestamp())
      where not ${factorMissing(sql)}`,
  );
  return new Map(
    rows.map((row) => {
      const standing = { accountRole: row.account_role, siteRole: row.site_role };
      return [streams[row.position - 1]!, { sees: maySeeMembers(standing) }];
    }),
  );
}
