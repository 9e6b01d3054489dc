import type { Database } from '@keyholder/db';
import { isId } from '@keyholder/domain';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  Plan,
  SiteId,
  SiteRole,
  Standing,
  UserId,
} from '@keyholder/domain';
import { factorMissing } from './second-factor-rule.ts';

/** A signed-in person. */
export interface PersonAccess {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly sessionId: string;
  /** When this session was started by signing in; long ago when a provider let them pass without asking anew. */
  readonly signedInAt: Date;
}

export interface AccountFacts {
  readonly id: AccountId;
  readonly slug: string;
  readonly name: string;
  readonly plan: Plan;
}

/** A person and their current role in one account. */
export interface AccountAccess extends AccountFacts {
  readonly role: AccountRole;
}

/** A person and their current roles towards one site. */
export interface SiteAccess {
  readonly id: SiteId;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  readonly account: AccountFacts;
  readonly accountRole: AccountRole;
  /** Null without a membership, or when access has ended [R34]. */
  readonly role: SiteRole | null;
}

/** A person at the door of an account or a site. */
export interface Arrival<Access> {
  readonly person: PersonAccess;
  readonly access: Access | null;
  /** The account asks for a second factor by now, and this person has none. */
  readonly factorMissing: boolean;
}

/** Who calls, and with which rights right now: always read from the database, always one statement, never cached [R29]. */
export interface AccessReader {
  person(token: string): Promise<PersonAccess | null>;
  /** `account` is an id or a slug, also one that the account had before. `access` is null when there is no such account or the person does not belong to it. */
  account(token: string, account: string): Promise<Arrival<AccountAccess> | null>;
  /** `site` is an id. `access` is null when there is no such site or the person does not belong to its account. */
  site(token: string, site: string): Promise<Arrival<SiteAccess> | null>;
}

interface PersonRow {
  session_id: string;
  signed_in_at: Date;
  user_id: UserId;
  user_name: string;
  email: EmailAddress;
}
interface AccountRow extends PersonRow {
  account_id: AccountId;
  account_slug: string;
  account_name: string;
  plan: Plan;
  account_role: AccountRole | null;
  factor_missing: boolean;
}
interface SiteRow extends AccountRow {
  site_id: SiteId;
  site_slug: string;
  site_name: string;
  domain: string;
  site_role: SiteRole | null;
}

/** What cannot be a slug must not reach the database as text. */
const slugOrNothing = (text: string): string => (/^[a-z0-9-]{1,64}$/.test(text) ? text : '');

/** No row has it: a path that is not an id costs the same statement and finds nothing. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

// Written for the driver itself: it prepares each statement once per connection, which the query builder does not.
export function createAccessReader({ sql, read }: Database): AccessReader {
  return {
    async person(token) {
      const [row] = await read(
        () => sql<PersonRow[]>`
          select s.id as session_id, u.id as user_id, u.name as user_name, u.email,
            case when ss.fresh is false then to_timestamp(0) else s.created_at end as signed_in_at
          from session s join "user" u on u.id = s.user_id left join sso_session ss on ss.session_id = s.id
          where s.token = ${token} and s.expires_at > clock_timestamp() and u.email_verified`,
      );
      return row ? personOf(row) : null;
    },
    async account(token, account) {
      const [row] = await read(
        () => sql<AccountRow[]>`
          select s.id as session_id, u.id as user_id, u.name as user_name, u.email,
            case when ss.fresh is false then to_timestamp(0) else s.created_at end as signed_in_at,
            a.id as account_id, a.slug as account_slug, a.name as account_name, a.plan, am.role as account_role,
            ${factorMissing(sql)} as factor_missing
          from session s join "user" u on u.id = s.user_id left join sso_session ss on ss.session_id = s.id
          left join account a on a.id = coalesce((select c.account_id from claimed_slug c where c.slug = ${slugOrNothing(account)}), ${isId(account) ? account : NO_ID}::uuid)
          left join account_member am on am.account_id = a.id and am.user_id = u.id
          where s.token = ${token} and s.expires_at > clock_timestamp() and u.email_verified`,
      );
      if (!row) return null;
      return {
        person: personOf(row),
        access: row.account_role === null ? null : { ...accountOf(row), role: row.account_role },
        factorMissing: row.factor_missing,
      };
    },
    async site(token, site) {
      const [row] = await read(
        () => sql<SiteRow[]>`
          select s.id as session_id, u.id as user_id, u.name as user_name, u.email,
            case when ss.fresh is false then to_timestamp(0) else s.created_at end as signed_in_at,
            a.id as account_id, a.slug as account_slug, a.name as account_name, a.plan, am.role as account_role,
            st.id as site_id, st.slug as site_slug, st.name as site_name, st.domain, sm.role as site_role,
            ${factorMissing(sql)} as factor_missing
          from session s join "user" u on u.id = s.user_id left join sso_session ss on ss.session_id = s.id
          left join site st on st.id = ${isId(site) ? site : NO_ID}::uuid and st.deleted_at is null
          left join account a on a.id = st.account_id
          left join account_member am on am.account_id = a.id and am.user_id = u.id
          left join site_member sm on sm.site_id = st.id and sm.user_id = u.id
            and (sm.access_until is null or sm.access_until > clock_timestamp())
          where s.token = ${token} and s.expires_at > clock_timestamp() and u.email_verified`,
      );
      if (!row) return null;
      return {
        person: personOf(row),
        access: row.account_role === null ? null : siteOf(row, row.account_role),
        factorMissing: row.factor_missing,
      };
    },
  };
}

const personOf = (row: PersonRow): PersonAccess => ({
  userId: row.user_id,
  name: row.user_name,
  email: row.email,
  sessionId: row.session_id,
  signedInAt: row.signed_in_at,
});

const accountOf = (row: AccountRow): AccountFacts => ({
  id: row.account_id,
  slug: row.account_slug,
  name: row.account_name,
  plan: row.plan,
});

const siteOf = (row: SiteRow, accountRole: AccountRole): SiteAccess => ({
  id: row.site_id,
  slug: row.site_slug,
  name: row.site_name,
  domain: row.domain,
  account: accountOf(row),
  accountRole,
  role: row.site_role,
});

/** The caller's standing on the site, as the domain's rules want it. */
export const standingOn = (
  person: PersonAccess,
  site: Pick<SiteAccess, 'accountRole' | 'role'>,
): Standing => ({
  userId: person.userId,
  accountRole: site.accountRole,
  siteRole: site.role,
});

/** The caller's standing in the account alone: on no site. */
export const accountStandingOf = (person: PersonAccess, account: Pick<AccountAccess, 'role'>): Standing => ({
  userId: person.userId,
  accountRole: account.role,
  siteRole: null,
});
