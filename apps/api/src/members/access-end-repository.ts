import type { Transaction, WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { accessEndStep } from '@keyholder/db/schema';
import type { AccessEndStep } from '@keyholder/db/schema';
import { ACCESS_END_NOTICE_MS } from '@keyholder/domain';
import type { AccessEndNotice, AccountId, EmailAddress, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

/** A membership whose access ends or has ended. */
export interface EndingAccess {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly userId: UserId;
  readonly role: SiteRole;
  readonly accessUntil: Date;
}

interface Row extends Record<string, unknown> {
  account_id: AccountId;
  site_id: SiteId;
  user_id: UserId;
  role: SiteRole;
  access_until: string | Date;
}

const ending = (row: Row): EndingAccess => ({
  ...{ accountId: row.account_id, siteId: row.site_id, userId: row.user_id, role: row.role },
  accessUntil: new Date(row.access_until),
});

/** The steps taken for the very date that stands now. */
const STEPS = sql`(
  select array_agg(e.step) from access_end_step e
  where e.site_id = m.site_id and e.user_id = m.user_id and e.access_until = m.access_until)`;

export type EndingSoon = EndingAccess & {
  readonly given: readonly AccessEndNotice[];
  readonly email: EmailAddress;
  readonly account: { readonly name: string; readonly slug: string };
  readonly site: { readonly name: string; readonly slug: string };
};

/** Memberships that end within a week of `now` and of which the person has not been told all yet, soonest first. */
export async function readEndingSoon(tx: Transaction, now: Date, most: number): Promise<EndingSoon[]> {
  const within = (notice: AccessEndNotice) =>
    sql`m.access_until <= ${now.toISOString()}::timestamptz + ${ACCESS_END_NOTICE_MS[notice]} * interval '1 millisecond'`;
  const rows = await tx.execute<
    Row & {
      steps: AccessEndNotice[] | null;
      email: EmailAddress;
      account_name: string;
      account_slug: string;
      site_name: string;
      site_slug: string;
    }
  >(sql`
    select m.account_id, m.site_id, m.user_id, m.role, m.access_until, t.steps, u.email,
      a.name as account_name, a.slug as account_slug, s.name as site_name, s.slug as site_slug
    from site_member m join account a on a.id = m.account_id join site s on s.id = m.site_id join "user" u on u.id = m.user_id
    cross join lateral (select coalesce(${STEPS}, '{}') as steps) t
    where m.access_until > ${now.toISOString()}::timestamptz and ${within('week')} and not 'day' = any(t.steps)
      and (not 'week' = any(t.steps) or ${within('day')})
    order by m.access_until, m.site_id, m.user_id limit ${most}`);
  return rows.map((row) => ({
    ...ending(row),
    given: row.steps ?? [],
    email: row.email,
    account: { name: row.account_name, slug: row.account_slug },
    site: { name: row.site_name, slug: row.site_slug },
  }));
}

/** The accounts in which access has ended that is not on record yet. */
export async function readAccountsWithEnds(db: Pick<Transaction, 'execute'>): Promise<AccountId[]> {
  const rows = await db.execute<{ account_id: AccountId }>(sql`
    select distinct m.account_id from site_member m where m.access_until <= clock_timestamp() and ${UNRECORDED}`);
  return rows.map((row) => row.account_id);
}

/** The memberships of an account whose access has ended by `now` without being on record, longest ended first. */
export async function readUnrecordedEnds(
  tx: Transaction,
  accountId: AccountId,
  now: Date,
  most: number,
): Promise<EndingAccess[]> {
  const rows = await tx.execute<Row>(sql`
    select m.account_id, m.site_id, m.user_id, m.role, m.access_until from site_member m
    where m.account_id = ${accountId} and m.access_until <= ${now.toISOString()}::timestamptz and ${UNRECORDED}
    order by m.access_until, m.site_id, m.user_id limit ${most}`);
  return rows.map(ending);
}

const UNRECORDED = sql`not 'ended' = any(coalesce(${STEPS}, '{}'))`;

/** A step that was taken just now, for which access. */
export interface TakenStep {
  readonly id: string;
  readonly siteId: SiteId;
  readonly userId: UserId;
}

/** Marks steps as taken and answers those that nobody else had taken: each happens once for each date. */
export function saveSteps(
  tx: Transaction | WriteTx,
  steps: readonly (EndingAccess & { readonly step: AccessEndStep })[],
  now: Date,
): Promise<TakenStep[]> {
  return tx
    .insert(accessEndStep)
    .values(
      steps.map(({ accountId, siteId, userId, accessUntil, step }) => ({
        ...{ id: newId(), accountId, siteId, userId, accessUntil, step, takenAt: now },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: accessEndStep.id, siteId: accessEndStep.siteId, userId: accessEndStep.userId });
}
