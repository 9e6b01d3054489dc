import type { WriteTx } from '@keyholder/db';
import { announce } from '@keyholder/db';
import { NEW_OWNER_ROLE } from '@keyholder/domain';
import type { AccountId, SsoConnectionId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

/**
 * Where single sign-on is required from now on, a password no longer holds the door open either: ends the sessions, and
 * the sign-ins under way, of everybody at the connection's proven domains that its provider did not vouch for. Not those
 * of the account's owner, who keeps a way in, nor `kept`, the session of whoever is setting this up.
 */
export async function endPasswordSessions(
  tx: WriteTx,
  accountId: AccountId,
  id: SsoConnectionId,
  kept: string,
): Promise<void> {
  const concerned = sql`
    select u.id from "user" u
    join sso_domain d on d.account_id = ${accountId} and d.connection_id = ${id} and d.verified_at is not null
      and d.domain = split_part(u.email, '@', 2)
    where not exists (select 1 from account_member m
      where m.account_id = ${accountId} and m.user_id = u.id and m.role = ${NEW_OWNER_ROLE})`;
  const ended = await tx.execute<{ id: string }>(sql`
    delete from session s
    where s.user_id in (${concerned}) and s.id <> ${kept}
      and not exists (select 1 from sso_session v where v.session_id = s.id and v.connection_id = ${id})
    returning s.id`);
  await tx.execute(sql`delete from pending_sign_in p where p.user_id in (${concerned})`);
  await announce(
    tx,
    null,
    ended.map((one) => ({ event: 'session.ended' as const, id: one.id })),
  );
}
