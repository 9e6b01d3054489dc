import type { NewMail, Transaction, WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { invitation, invitationSend, site, siteMember } from '@keyholder/db/schema';
import type { AccountId, EmailAddress, InvitationId, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** One slot of a batch: an address on a site. */
export const slotKey = (siteId: string, email: string): string => `${siteId} ${email}`;

/** A site that rows name, and how the caller stands on it. */
export interface BatchSite {
  readonly id: SiteId;
  readonly name: string;
  readonly senderRole: SiteRole | null;
}

export async function readBatchSites(
  tx: Transaction,
  accountId: AccountId,
  sender: UserId,
  siteIds: readonly SiteId[],
  now: Date,
): Promise<ReadonlyMap<string, BatchSite>> {
  const current = sql<boolean>`(${siteMember.accessUntil} is null or ${siteMember.accessUntil} > ${now.toISOString()}::timestamptz)`;
  const rows = await tx
    .select({ id: site.id, name: site.name, role: siteMember.role, current })
    .from(site)
    .leftJoin(siteMember, and(eq(siteMember.siteId, site.id), eq(siteMember.userId, sender)))
    .where(
      and(
        eq(site.accountId, accountId),
        isNull(site.deletedAt),
        sql`${site.id} = any(${sql.param([...siteIds])}::uuid[])`,
      ),
    );
  return new Map(
    rows.map(({ id, name, role, current: runs }) => [
      id,
      { id, name, senderRole: role && runs ? role : null },
    ]),
  );
}

/** What is true of each slot, by `slotKey`: the role of an active member, the open invitation, the mails of late. */
export interface BatchSlot {
  readonly activeRole: SiteRole | null;
  readonly pendingId: InvitationId | null;
  readonly sentInHour: number;
  readonly sentInDay: number;
}

export async function readBatchSlots(
  tx: Transaction,
  accountId: AccountId,
  slots: readonly { readonly siteId: SiteId; readonly email: EmailAddress }[],
  now: Date,
): Promise<ReadonlyMap<string, BatchSlot>> {
  const at = now.toISOString();
  const rows = await tx.execute<{
    site_id: string;
    email: string;
    role: SiteRole | null;
    pending_id: InvitationId | null;
    in_hour: string;
    in_day: string;
  }>(sql`
    with slot as (
      select distinct * from unnest(${sql.param(slots.map((one) => one.siteId))}::uuid[], ${sql.param(slots.map((one) => one.email))}::text[]) as s(site_id, email)
    )
    select slot.site_id, slot.email, sm.role, i.id as pending_id,
      count(d.id) filter (where d.sent_at > ${at}::timestamptz - interval '1 hour') as in_hour,
      count(d.id) as in_day
    from slot
    left join "user" u on u.email = slot.email
    left join site_member sm on sm.site_id = slot.site_id and sm.user_id = u.id
      and (sm.access_until is null or sm.access_until > ${at}::timestamptz)
    left join invitation i on i.site_id = slot.site_id and i.email = slot.email and i.state = 'pending'
    left join invitation past on past.site_id = slot.site_id and past.email = slot.email and past.account_id = ${accountId}
    left join invitation_send d on d.invitation_id = past.id and d.sent_at > ${at}::timestamptz - interval '1 day'
    group by slot.site_id, slot.email, sm.role, i.id`);
  return new Map(
    rows.map((row) => [
      slotKey(row.site_id, row.email),
      {
        activeRole: row.role,
        pendingId: row.pending_id,
        sentInHour: Number(row.in_hour),
        sentInDay: Number(row.in_day),
      },
    ]),
  );
}

/** Which of these addresses cost no further seat, and how many mails each got in a day, over all accounts. */
export async function readBatchAddresses(
  tx: Transaction,
  accountId: AccountId,
  emails: readonly EmailAddress[],
  now: Date,
): Promise<ReadonlyMap<string, { readonly holdsSeat: boolean; readonly sentInDay: number }>> {
  const at = now.toISOString();
  const rows = await tx.execute<{ email: string; holds: boolean; in_day: string }>(sql`
    select e.email,
      exists (select 1 from "user" u join account_member m on m.user_id = u.id where u.email = e.email and m.account_id = ${accountId})
        or exists (select 1 from invitation i where i.account_id = ${accountId} and i.email = e.email and i.state = 'pending' and i.expires_at > ${at}::timestamptz) as holds,
      (select count(*) from invitation i join invitation_send d on d.invitation_id = i.id
        where i.email = e.email and d.sent_at > ${at}::timestamptz - interval '1 day') as in_day
    from unnest(${sql.param([...new Set(emails)])}::text[]) as e(email)`);
  return new Map(rows.map((row) => [row.email, { holdsSeat: row.holds, sentInDay: Number(row.in_day) }]));
}

/** How many invitation mails the account sent in the last hour and day. */
export async function countAccountSends(
  tx: Transaction,
  accountId: AccountId,
  now: Date,
): Promise<{ readonly inHour: number; readonly inDay: number }> {
  const at = now.toISOString();
  const [row] = await tx.execute<{ in_hour: string; in_day: string }>(sql`
    select count(*) filter (where sent_at > ${at}::timestamptz - interval '1 hour') as in_hour, count(*) as in_day
    from invitation_send where account_id = ${accountId} and sent_at > ${at}::timestamptz - interval '1 day'`);
  return { inHour: Number(row!.in_hour), inDay: Number(row!.in_day) };
}

export interface BatchOffer {
  readonly id: InvitationId;
  readonly siteId: SiteId;
  readonly email: EmailAddress;
  readonly role: SiteRole;
  readonly nonce: Buffer;
  readonly mail: NewMail;
}

/** All invitations of a batch with their first sends, in two statements. */
export async function saveBatch(
  tx: WriteTx,
  accountId: AccountId,
  invitedBy: UserId,
  offers: readonly BatchOffer[],
  times: { readonly sentAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx.insert(invitation).values(
    offers.map(({ id, siteId, email, role }) => ({
      ...{ id, accountId, siteId, email, role, invitedBy, ...times },
      ...{ state: 'pending' as const, createdAt: times.sentAt },
    })),
  );
  await tx.insert(invitationSend).values(
    offers.map(({ id, nonce, mail }) => ({
      ...{ id: newId(), accountId, invitationId: id, seq: 1, nonce, sentAt: times.sentAt, mailId: mail.id },
    })),
  );
}
