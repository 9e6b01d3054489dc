import { sql } from 'drizzle-orm';
import type { World } from './world.ts';

/** Time is moved by changing rows, never by changing clocks: the invitation was sent `ms` earlier than it was. */
export async function ageInvitation(world: World, id: string, ms: number): Promise<void> {
  await world.deps.database.orm.execute(sql`
    update invitation set sent_at = sent_at - ${ms} * interval '1 millisecond', expires_at = expires_at - ${ms} * interval '1 millisecond',
      created_at = created_at - ${ms} * interval '1 millisecond' where id = ${id}`);
  await world.deps.database.orm.execute(
    sql`update invitation_send set sent_at = sent_at - ${ms} * interval '1 millisecond' where invitation_id = ${id}`,
  );
}

/** Lets the invitation expire `ms` from the database's now; negative is in the past. */
export async function expireInvitation(world: World, id: string, ms: number): Promise<void> {
  await world.deps.database.orm.execute(sql`
    update invitation set expires_at = date_trunc('milliseconds', clock_timestamp()) + ${ms} * interval '1 millisecond',
      sent_at = clock_timestamp() - interval '48 hours' where id = ${id}`);
}

export const HOUR = 3_600_000;
