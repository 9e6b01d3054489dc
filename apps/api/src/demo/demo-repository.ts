import type { Transaction } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { credential, user, visitCount } from '@keyholder/db/schema';
import type { AccountId, Day, EmailAddress, SiteId, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

export interface DemoPerson {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly createdAt: Date;
  /** Only those who are meant to sign in have a password. */
  readonly passwordHash: string | null;
}

const SEED_LOCK = 5_247_101;

/** Until the end of the transaction no other process seeds; whoever waits is not cut off by the pool's short limits. */
export async function lockSeed(tx: Transaction): Promise<void> {
  await tx.execute(
    sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '60s', true)`,
  );
  await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
  await tx.execute(
    sql`select set_config('lock_timeout', '3s', true), set_config('statement_timeout', '5s', true)`,
  );
}

export async function hasPeople(db: Pick<Transaction, 'execute'>): Promise<boolean> {
  const [row] = await db.execute<{ any: boolean }>(sql`select exists (select 1 from "user") as any`);
  return row!.any;
}

export async function insertPeople(tx: Transaction, people: readonly DemoPerson[]): Promise<void> {
  await tx.insert(user).values(
    people.map(({ userId, name, email, createdAt }) => ({
      ...{ id: userId, name, email, emailVerified: true, createdAt, updatedAt: createdAt },
    })),
  );
  const withPassword = people.filter((person) => person.passwordHash !== null);
  await tx.insert(credential).values(
    withPassword.map(({ userId, passwordHash, createdAt }) => ({
      ...{ id: newId(), providerId: 'credential', providerAccountId: userId, userId, password: passwordHash },
      ...{ createdAt, updatedAt: createdAt },
    })),
  );
}

/** Visits of many days at once: what a site's pages would have reported one by one. */
export async function insertVisits(
  tx: Transaction,
  site: { readonly accountId: AccountId; readonly siteId: SiteId },
  counts: readonly {
    readonly day: Day;
    readonly dimension: 'page' | 'referrer';
    readonly value: string;
    readonly visits: number;
  }[],
): Promise<void> {
  await tx.insert(visitCount).values(counts.map((count) => ({ ...site, ...count })));
}

/** When each person was last seen in their accounts, and on their sites one after the other, a day apart. */
export async function saveLastActive(
  tx: Transaction,
  seen: readonly { readonly userId: UserId; readonly at: Date | null }[],
): Promise<void> {
  const rows = seen.map(({ userId, at }) => ({ user_id: userId, at }));
  const list = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as seen(user_id uuid, at timestamptz)`;
  await tx.execute(sql`
    update account_member m set last_active_at = case when seen.at >= m.joined_at then seen.at end
    from ${list} where m.user_id = seen.user_id`);
  await tx.execute(sql`
    update site_member m set last_active_at = case when visit.at >= m.joined_at then visit.at end
    from (
      select s.site_id, s.user_id,
        seen.at - (row_number() over (partition by s.user_id order by s.joined_at, s.site_id) - 1) * interval '1 day' as at
      from site_member s join ${list} on seen.user_id = s.user_id
    ) visit
    where m.site_id = visit.site_id and m.user_id = visit.user_id`);
}

/**
 * Mails of the past count as sent a moment after they were asked for, one as refused by its receiver. Answers those of
 * invitations that are open now: they are still to be sent, so that their links can be used.
 */
export async function settleMails(tx: Transaction, refused: EmailAddress): Promise<readonly string[]> {
  await tx.execute(sql`
    update mail set attempt = 1, finished_at = created_at + interval '2 seconds',
      state = case when recipient = ${refused} then 'failed' else 'sent' end,
      reason = case when recipient = ${refused} then 'no such mailbox' end
    where state = 'queued' and id not in (${NEWEST_OF_OPEN})`);
  const rows = await tx.execute<{ mail_id: string }>(NEWEST_OF_OPEN);
  return rows.map((row) => row.mail_id);
}

const NEWEST_OF_OPEN = sql`
  select distinct on (i.id) s.mail_id from invitation_send s join invitation i on i.id = s.invitation_id
  where i.state = 'pending' and i.expires_at > clock_timestamp() order by i.id, s.seq desc`;
