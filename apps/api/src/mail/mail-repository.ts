import type { Database } from '@keyholder/db';
import { announce } from '@keyholder/db';
import type { MailState } from '@keyholder/db/schema';
import type { AccountId, SiteId, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

/** A mail that this worker may now try to send. */
export interface ClaimedMail extends Record<string, unknown> {
  readonly id: string;
  readonly accountId: AccountId | null;
  readonly kind: string;
  readonly ref: string;
  readonly recipient: string;
  readonly data: Record<string, unknown>;
  readonly attempt: number;
  readonly reason: string | null;
  readonly createdAt: Date | string;
  /** Asked for 24 h ago or more. */
  readonly late: boolean;
  readonly siteId: SiteId | null;
  /** Tells of something that is not so any more. */
  readonly outdated: boolean;
  /** Set when it carries the link of the newest send of an invitation that is open to this recipient now. */
  readonly nonce: Buffer | null;
}

/** Whether the news of a mail has been overtaken: an invitation answered or sent again, an end of access moved or past. */
const OUTDATED = sql`case claimed.kind
  when 'invitation_expired' then invitation.state <> 'pending' or invitation.expires_at > clock_timestamp()
    or not exists (select 1 from "user" u where u.id = invitation.invited_by and u.email = claimed.recipient)
  when 'access_ends' then not exists (
    select 1 from access_end_step e join site_member m on m.site_id = e.site_id and m.user_id = e.user_id
    where e.id = claimed.ref and m.access_until = e.access_until and m.access_until > clock_timestamp())
  else false end`;

/** Numbers the attempt and reads what it needs, by the database's clock. Mails that are finished are left out. */
export const claimMails = (database: Database, ids: readonly string[]): Promise<readonly ClaimedMail[]> =>
  database.read((db) =>
    db.execute<ClaimedMail>(sql`
      with claimed as (
        update mail set attempt = attempt + 1 where id in ${ids} and state = 'queued' returning *
      )
      select claimed.id, claimed.account_id as "accountId", claimed.kind, claimed.ref, claimed.recipient, claimed.data,
             claimed.attempt, claimed.reason, claimed.created_at as "createdAt",
             claimed.created_at < clock_timestamp() - interval '24 hours' as late,
             invitation.site_id as "siteId", newest.nonce, ${OUTDATED} as outdated
      from claimed
      left join invitation on claimed.kind in ('invitation', 'invitation_nudge', 'invitation_expired') and invitation.id = claimed.ref
      left join lateral (
        select mail_id, nonce, sent_at from invitation_send where invitation_id = invitation.id order by seq desc limit 1
      ) newest on (newest.mail_id = claimed.id or (claimed.kind = 'invitation_nudge' and newest.sent_at < claimed.created_at))
              and invitation.state = 'pending'
              and invitation.expires_at > clock_timestamp() and invitation.email = claimed.recipient`),
  );

/** The recipient of a verification or reset mail. */
export const userOf = (mail: ClaimedMail): UserId => mail.ref as UserId;

/** How an attempt ended; `queued` with a reason when it will be made again. */
export interface MailMark {
  readonly state: MailState;
  readonly reason: string | null;
}

/**
 * Records how the attempt ended, unless another worker has claimed the mail since; open pages learn of it [R26].
 * A mail that stays queued for the same reason as before is no news.
 */
export const markMail = (database: Database, mail: ClaimedMail, { state, reason }: MailMark): Promise<void> =>
  database.transaction(async (tx) => {
    const marked = await tx.execute(sql`
      update mail
      set state = ${state}, reason = ${reason}, finished_at = case when ${state} = 'queued' then null else clock_timestamp() end
      where id = ${mail.id} and attempt = ${mail.attempt} and state = 'queued'
        and (state, reason) is distinct from (${state}, ${reason}::text)
      returning id`);
    if (marked.length === 0 || mail.kind !== 'invitation' || mail.accountId === null) return;
    const signal = {
      event: 'invitation.delivery_changed',
      id: mail.ref,
      ...(mail.siteId === null ? {} : { siteId: mail.siteId }),
    } as const;
    await announce(tx, mail.accountId, [signal]);
  });
