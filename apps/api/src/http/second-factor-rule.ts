import type { Database } from '@keyholder/db';

/**
 * Whether the person of a session has to show a second factor before they go on in the account: its time given is over,
 * they have none, or came in through a provider, which asks for none of ours; and it is not the account's own provider
 * that signed them in, whose business it is then. A part of a statement that has `u`, `a` and the session's `ss`: judged together with the rights, never cached.
 */
export const factorMissing = (sql: Database['sql']) => sql`
  (exists (select 1 from account_policy ap where ap.account_id = a.id and ap.second_factor_required_from <= clock_timestamp())
    and (ss.connection_id is not null
      or not exists (select 1 from two_factor tf where tf.user_id = u.id and tf.confirmed_at is not null))
    and not exists (select 1 from sso_connection sc where sc.id = ss.connection_id and sc.account_id = a.id))`;
