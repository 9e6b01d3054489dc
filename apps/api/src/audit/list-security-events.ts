import { accountRoleGrants, fail } from '@keyholder/domain';
import type { AccountId, SecurityAction } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import type { SecurityEventQuery, SecurityEventView } from './audit-event-view.ts';

interface Row extends Record<string, unknown> {
  id: string;
  at: string | Date;
  action: SecurityAction;
  user_id: string | null;
  person_name: string | null;
  site_id: string | null;
  site_name: string | null;
  detail: Record<string, unknown> | null;
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
}

/**
 * Sign-ins, refusals and exports, newest first [R43]. Signing in belongs to no account: those of today's people are
 * shown, from the day they joined.
 */
export async function listSecurityEvents(
  { read, cursors }: Pick<Deps, 'read' | 'cursors'>,
  account: AccountAccess,
  query: SecurityEventQuery,
) {
  if (!accountRoleGrants(account.role, 'audit.read')) return fail('permission.denied');
  const { action = '', actor = '', from = '', to = '' } = query;
  const list = JSON.stringify(['security', account.id, action, actor, from, to]);
  const where = sql.join(conditions(account.id, query), sql` and `);
  const last = query.cursor === undefined ? null : cursors.decode(list, query.cursor);
  const behind = last
    ? sql`(e.at, e.id) < (${String(last[0])}::timestamptz, ${String(last[1])}::uuid)`
    : sql`true`;
  const [rows, counted] = await Promise.all([
    read((db) =>
      db.execute<Row>(sql`
        select e.id, e.at, e.action, e.user_id, u.name as person_name, e.site_id, s.name as site_name, e.detail, e.ip,
          e.user_agent, e.request_id
        from security_event e
        left join "user" u on u.id = e.user_id
        left join site s on s.account_id = ${account.id} and s.id = e.site_id
        where ${where} and ${behind} order by e.at desc, e.id desc limit ${query.limit + 1}`),
    ),
    read((db) =>
      db.execute<{ total: string }>(sql`select count(*) as total from security_event e where ${where}`),
    ),
  ]);
  const items = rows.slice(0, query.limit).map(viewRow);
  const end = items.at(-1);
  return {
    items,
    nextCursor: end && rows.length > query.limit ? cursors.encode(list, [end.at, end.id]) : null,
    total: Number(counted[0]?.total ?? 0),
  };
}

const conditions = (accountId: AccountId, { action, actor, from, to }: SecurityEventQuery): SQL[] => [
  sql`(e.account_id = ${accountId} or (e.account_id is null and exists (
    select 1 from account_member m where m.account_id = ${accountId} and m.user_id = e.user_id and m.joined_at <= e.at)))`,
  ...(action ? [sql`e.action = ${action}`] : []),
  ...(actor ? [sql`e.user_id = ${actor}`] : []),
  ...(from ? [sql`e.at >= ${from}`] : []),
  ...(to ? [sql`e.at < ${to}`] : []),
];

const viewRow = (row: Row): SecurityEventView => ({
  id: row.id,
  at: new Date(row.at).toISOString(),
  action: row.action,
  ...(row.user_id !== null && row.person_name !== null
    ? { person: { id: row.user_id, name: row.person_name } }
    : {}),
  ...(row.site_id !== null && row.site_name !== null
    ? { site: { id: row.site_id, name: row.site_name } }
    : {}),
  detail: row.detail,
  ip: row.ip,
  userAgent: row.user_agent,
  requestId: row.request_id,
});
