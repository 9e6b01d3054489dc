import { verifyChain } from '@keyholder/db';
import { PLANS } from '@keyholder/domain';
import type { AccountId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { World } from './world.ts';

/**
 * What must be true of the whole database after every race, crash and restore (security.md §5); answers what is not.
 * Each line is a query that finds offenders.
 */
const OFFENDERS: Readonly<Record<string, string>> = {
  'an account without exactly one owner [R1]': `select a.id from account a where a.deleted_at is null and (select count(*) from account_member m where m.account_id = a.id and m.role = 'owner') <> 1`,
  'somebody in a deleted account': `select m.user_id from account_member m join account a on a.id = m.account_id where a.deleted_at is not null`,
  'a site that outlived its account': `select s.id from site s join account a on a.id = s.account_id where a.deleted_at is not null and s.deleted_at is null`,
  'an open invitation to a deleted account': `select i.id from invitation i join account a on a.id = i.account_id where i.state = 'pending' and a.deleted_at is not null`,
  'a slug that does not lead to its account': `select a.id from account a where not exists (select 1 from claimed_slug c where c.slug = a.slug and c.account_id = a.id)`,
  'a collaborator without a site [R2]': `select m.user_id from account_member m where m.role = 'collaborator' and not exists (select 1 from site_member s where s.account_id = m.account_id and s.user_id = m.user_id)`,
  'a site member outside the account of the site': `select s.user_id from site_member s join site t on t.id = s.site_id where t.account_id <> s.account_id`,
  'somebody on a deleted site': `select s.user_id from site_member s join site t on t.id = s.site_id where t.deleted_at is not null`,
  'an open invitation to a deleted site': `select i.id from invitation i join site t on t.id = i.site_id where i.state = 'pending' and t.deleted_at is not null`,
  'two open invitations in one slot [R13]': `select min(id::text) as id from invitation where state = 'pending' group by account_id, site_id, email having count(*) > 1`,
  'an accepted invitation without its event': `select i.id from invitation i where i.state = 'accepted' and (select count(*) from audit_event e where e.target_id = i.id and e.action = 'invitation.accepted') <> 1`,
  'an open invitation that no mail belongs to [R26]': `select i.id from invitation i where not exists (select 1 from invitation_send d join mail m on m.id = d.mail_id where d.invitation_id = i.id)`,
  'a membership from an invitation without its event [R41]': `select s.user_id from site_member s where s.source = 'invited' and not exists (select 1 from audit_event e where e.site_id = s.site_id and e.user_id = s.user_id and e.action in ('site_member.joined', 'site_member.restored'))`,
  'a gap in the numbers of the audit log': `select e.account_id as id from audit_event e group by e.account_id having max(seq) <> count(*) or min(seq) <> 1`,
  'a mail that is queued without a job': `select m.id from mail m where m.state = 'queued' and not exists (select 1 from pgboss.job j where j.data->>'mailId' = m.id::text)`,
  'a living key of somebody who is not on its site [R30, R31, R44]': `select k.id from api_key k where k.revoked_at is null and not exists (select 1 from site_member s join site t on t.id = s.site_id and t.deleted_at is null where s.site_id = k.site_id and s.user_id = k.created_by)`,
  'a key without the event of its making [R41]': `select k.id from api_key k where (select count(*) from audit_event e where e.target_id = k.id and e.action = 'api_key.created') <> 1`,
  'a dead key without the event of its end, or with two [R41]': `select k.id from api_key k where k.revoked_at is not null and (select count(*) from audit_event e where e.target_id = k.id and e.action = 'api_key.revoked') <> 1`,
  'an idempotent answer that was never kept': `select key as id from idempotency where answer is null`,
};

export async function brokenInvariants(world: World): Promise<string[]> {
  const { orm } = world.deps.database;
  const broken: string[] = [];
  for (const [what, query] of Object.entries(OFFENDERS)) {
    const rows = await orm.execute(sql.raw(query));
    if (rows.length > 0) broken.push(`${what}: ${rows.length}`);
  }
  const limits = sql.raw(
    Object.entries(PLANS)
      .map(([plan, { seatLimit }]) => `('${plan}', ${seatLimit ?? 'null'}::int)`)
      .join(', '),
  );
  const overfull = await orm.execute(sql`
    select a.id from account a join (values ${limits}) p(plan, seats) on p.plan = a.plan
    where p.seats is not null and (select count(*) from account_member m where m.account_id = a.id) > p.seats`);
  if (overfull.length > 0) broken.push(`an account with more people than seats [R24]: ${overfull.length}`);
  return [...broken, ...(await brokenChains(world))];
}

/** Every account's chain, computed anew with the key [R42]. */
async function brokenChains(world: World): Promise<string[]> {
  const { database, keys } = world.deps;
  const accounts = await database.orm.execute<{ account_id: AccountId }>(
    sql`select distinct account_id from audit_event`,
  );
  const broken: string[] = [];
  for (const { account_id: account } of accounts) {
    const { firstBad } = await verifyChain(database, keys.audit, account);
    if (firstBad) broken.push(`the audit chain of ${account} is broken at ${firstBad.seq} [R42]`);
  }
  return broken;
}
