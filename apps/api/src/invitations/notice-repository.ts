import type { Transaction } from '@keyholder/db';
import { EXPIRY_NEWS_MS, NUDGE_AFTER_MS } from '@keyholder/domain';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  InvitationId,
  InvitationScope,
  SiteId,
  SiteRole,
} from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** An unanswered invitation with everything that a notice about it says. */
export interface Unanswered {
  readonly id: InvitationId;
  readonly accountId: AccountId;
  readonly scope: InvitationScope;
  readonly state: 'pending';
  readonly email: EmailAddress;
  readonly role: SiteRole | AccountRole;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  /** The number of its newest send. */
  readonly sends: number;
  /** Of its last nudge; 0 before the first. */
  readonly nudged: number;
  readonly account: { readonly name: string; readonly slug: string };
  readonly site: { readonly name: string; readonly slug: string } | null;
  readonly invitedBy: { readonly name: string; readonly email: EmailAddress };
}

/** Invitations that are open, were delivered and are due a nudge at `now`, soonest to expire first. */
export const readToNudge = (tx: Transaction, now: Date, most: number): Promise<Unanswered[]> => {
  const due = sql`(
    select count(*) from unnest(case when i.site_id is null then ${waits('account')} else ${waits('site')} end) as w(ms)
    where i.sent_at <= ${now.toISOString()}::timestamptz - w.ms * interval '1 millisecond')`;
  // A link that did not arrive is not worth a reminder.
  return read(
    tx,
    sql`i.expires_at > ${now.toISOString()}::timestamptz and ${due} > coalesce(n.nudged, 0)
      and exists (select 1 from mail m where m.id = newest.mail_id and m.state = 'sent')`,
    most,
  );
};

/** Invitations that expired unanswered before `now`, and not long ago, of which the inviter has not been told. */
export const readExpiredUntold = (tx: Transaction, now: Date, most: number): Promise<Unanswered[]> =>
  read(
    tx,
    sql`i.expires_at <= ${now.toISOString()}::timestamptz
      and i.expires_at > ${now.toISOString()}::timestamptz - ${EXPIRY_NEWS_MS} * interval '1 millisecond'
      and not exists (select 1 from mail m where m.kind = 'invitation_expired' and m.ref = i.id)`,
    most,
  );

const waits = (scope: InvitationScope) => sql`${sql.param([...NUDGE_AFTER_MS[scope]])}::bigint[]`;

interface Row extends Record<string, unknown> {
  id: InvitationId;
  account_id: AccountId;
  site_id: SiteId | null;
  email: EmailAddress;
  role: SiteRole | AccountRole;
  sent_at: string | Date;
  expires_at: string | Date;
  sends: number;
  nudged: number | null;
  account_name: string;
  account_slug: string;
  site_name: string | null;
  site_slug: string | null;
  inviter_name: string;
  inviter_email: EmailAddress;
}

async function read(tx: Transaction, condition: SQL, most: number): Promise<Unanswered[]> {
  const rows = await tx.execute<Row>(sql`
    select i.id, i.account_id, i.site_id, i.email, i.role, i.sent_at, i.expires_at, newest.seq as sends, n.nudged,
      a.name as account_name, a.slug as account_slug, s.name as site_name, s.slug as site_slug,
      u.name as inviter_name, u.email as inviter_email
    from invitation i
    join account a on a.id = i.account_id
    left join site s on s.id = i.site_id
    join "user" u on u.id = i.invited_by
    join lateral (select seq, mail_id from invitation_send where invitation_id = i.id order by seq desc limit 1) newest on true
    left join lateral (
      select max((m.data->>'nudge')::int) as nudged from mail m
      where m.kind = 'invitation_nudge' and m.ref = i.id and m.state <> 'dropped'
    ) n on true
    where i.state = 'pending' and ${condition} and not ${ALREADY_THERE}
    order by i.expires_at, i.id limit ${most}`);
  return rows.map(unanswered);
}

/** Who was let in another way in the meantime waits for nothing. */
const ALREADY_THERE = sql`exists (
  select 1 from "user" p join account_member am on am.user_id = p.id and am.account_id = i.account_id
  where p.email = i.email and (i.site_id is null
    or exists (select 1 from site_member sm where sm.site_id = i.site_id and sm.user_id = p.id)))`;

const unanswered = (row: Row): Unanswered => ({
  ...{ id: row.id, accountId: row.account_id, email: row.email, role: row.role },
  scope: row.site_id === null ? 'account' : 'site',
  state: 'pending',
  sentAt: new Date(row.sent_at),
  expiresAt: new Date(row.expires_at),
  sends: row.sends,
  nudged: row.nudged ?? 0,
  account: { name: row.account_name, slug: row.account_slug },
  site:
    row.site_name !== null && row.site_slug !== null ? { name: row.site_name, slug: row.site_slug } : null,
  invitedBy: { name: row.inviter_name, email: row.inviter_email },
});
