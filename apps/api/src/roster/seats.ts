import type { Transaction } from '@keyholder/db';
import type { AccountId, EmailAddress, Plan, Seats } from '@keyholder/domain';
import { PLANS } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

/**
 * The account's seats at `now` [R24], to be read under its lock. `without`: an address whose own reservation is left out,
 * for the one who accepts it.
 */
export async function countSeats(
  tx: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  now: Date,
  without: EmailAddress | null = null,
): Promise<Seats> {
  const [row] = await tx.execute<{ plan: Plan; used: string; reserved: string }>(sql`
    select a.plan,
      (select count(*) from account_member m where m.account_id = a.id) as used,
      (select count(distinct i.email) from invitation i
        where i.account_id = a.id and i.state = 'pending' and i.expires_at > ${now.toISOString()}::timestamptz
          and i.email is distinct from ${without}
          and not exists (select 1 from "user" u join account_member m on m.user_id = u.id and m.account_id = a.id where u.email = i.email)
      ) as reserved
    from account a where a.id = ${accountId}`);
  return { limit: PLANS[row!.plan].seatLimit, used: Number(row!.used), reserved: Number(row!.reserved) };
}

/** Whether an address costs no further seat: a person of the account, or reserved by an open invitation that still runs. */
export async function holdsSeat(
  tx: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  email: EmailAddress,
  now: Date,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from "user" u join account_member m on m.user_id = u.id where u.email = ${email} and m.account_id = ${accountId}
    union all
    select 1 from invitation i
      where i.account_id = ${accountId} and i.email = ${email} and i.state = 'pending' and i.expires_at > ${now.toISOString()}::timestamptz
    limit 1`);
  return rows.length > 0;
}
