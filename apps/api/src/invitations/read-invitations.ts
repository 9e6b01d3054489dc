import type { MailState } from '@keyholder/db/schema';
import type { Transaction } from '@keyholder/db';
import type { InvitationState } from '@keyholder/domain';
import { hasExpired } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { InvitationView } from './invitation-view.ts';

interface Row extends Record<string, unknown> {
  id: string;
  site_id: string | null;
  site_name: string | null;
  account_id: string;
  account_name: string;
  email: string;
  role: string;
  note: string | null;
  state: InvitationState;
  sent_at: string;
  expires_at: string;
  answered_at: string | null;
  decline_reason: string | null;
  inviter_id: string;
  inviter_name: string;
  sends: { sentAt: string; state: MailState; reason: string | null }[];
  now: string;
}

/** Invitations in view shape, whatever `where` and `order` say (over `i`, the invitation), in one statement. */
export async function readInvitations(
  db: Pick<Transaction, 'execute'>,
  where: SQL,
  order: SQL = sql`i.created_at, i.id`,
  limit = 1000,
): Promise<InvitationView[]> {
  const rows = await db.execute<Row>(sql`
    select i.id, i.site_id, s.name as site_name, i.account_id, a.name as account_name, i.email, i.role, i.note, i.state,
      i.sent_at, i.expires_at, i.answered_at, i.decline_reason, u.id as inviter_id, u.name as inviter_name,
      clock_timestamp() as now,
      (select json_agg(json_build_object('sentAt', d.sent_at, 'state', coalesce(m.state, 'queued'), 'reason', m.reason) order by d.seq desc)
        from invitation_send d left join mail m on m.id = d.mail_id where d.invitation_id = i.id) as sends
    from invitation i
    join account a on a.id = i.account_id
    join "user" u on u.id = i.invited_by
    left join site s on s.id = i.site_id
    where ${where} order by ${order} limit ${limit}`);
  return rows.map(viewOf);
}

const iso = (value: string | Date): string => new Date(value).toISOString();

function viewOf(row: Row): InvitationView {
  return {
    id: row.id,
    scope: row.site_id === null ? 'account' : 'site',
    ...(row.site_id !== null ? { site: { id: row.site_id, name: row.site_name! } } : {}),
    account: { id: row.account_id, name: row.account_name },
    email: row.email,
    role: row.role,
    note: row.note,
    status: row.state,
    expired:
      row.state === 'pending' && hasExpired({ expiresAt: new Date(row.expires_at) }, new Date(row.now)),
    sentAt: iso(row.sent_at),
    expiresAt: iso(row.expires_at),
    answeredAt: row.answered_at === null ? null : iso(row.answered_at),
    declineReason: row.decline_reason,
    sends: row.sends.map(sendOf),
    invitedBy: { id: row.inviter_id, name: row.inviter_name },
  };
}

/** A dropped mail was not sent: for people that is a failure with its reason [R26]. */
function sendOf(send: Row['sends'][number]): InvitationView['sends'][number] {
  const delivery = send.state === 'dropped' ? 'failed' : send.state;
  return {
    sentAt: iso(send.sentAt),
    delivery,
    ...(delivery === 'failed' ? { reason: send.reason ?? 'unknown' } : {}),
  };
}
