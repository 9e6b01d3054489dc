import { auditEvent, invitation, removedMember, siteMember } from '@keyholder/db/schema';
import type { UserId } from '@keyholder/domain';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Account, Person, Site } from '../../testing/people.ts';
import type { World } from '../../testing/world.ts';

/** The audit events about a person, oldest first [R41]. */
export const eventsAbout = (world: World, who: { readonly id: UserId }) =>
  world.deps.database.orm
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.userId, who.id))
    .orderBy(asc(auditEvent.seq));

/** All events of one command, in the order they were written. */
export const eventsOf = (world: World, correlationId: string) =>
  world.deps.database.orm
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.correlationId, correlationId))
    .orderBy(asc(auditEvent.seq));

export const countEvents = async (world: World): Promise<number> =>
  world.deps.database.orm.$count(auditEvent);

/** The role that a person's record on the site has, or null without one. */
export async function roleOn(world: World, site: Site, who: Person): Promise<string | null> {
  const [row] = await world.deps.database.orm
    .select({ role: siteMember.role })
    .from(siteMember)
    .where(and(eq(siteMember.siteId, site.id), eq(siteMember.userId, who.id)));
  return row?.role ?? null;
}

export const sitesOf = async (world: World, who: Person): Promise<number> =>
  world.deps.database.orm.$count(siteMember, eq(siteMember.userId, who.id));

export async function invitationState(
  world: World,
  id: string,
): Promise<{ state: string; invitedBy: string } | undefined> {
  const [row] = await world.deps.database.orm
    .select({ state: invitation.state, invitedBy: invitation.invitedBy })
    .from(invitation)
    .where(sql`${invitation.id} = ${id}`);
  return row;
}

/** Lets every removal of a person that was not undone have happened `ms` earlier. */
export async function ageRemovals(world: World, who: Person, ms: number): Promise<void> {
  await world.deps.database.orm
    .update(removedMember)
    .set({ removedAt: sql`${removedMember.removedAt} - ${ms} * interval '1 millisecond'` })
    .where(and(eq(removedMember.userId, who.id), isNull(removedMember.restoredAt)));
}

/** Lets the access of a person to a site have ended. */
export async function endAccess(world: World, site: Site, who: Person): Promise<void> {
  await world.deps.database.orm
    .update(siteMember)
    .set({ accessUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(and(eq(siteMember.siteId, site.id), eq(siteMember.userId, who.id)));
}

export const onSite = (site: Site, who: { readonly id: string }, rest = ''): string =>
  `/api/v1/sites/${site.id}/members/${who.id}${rest}`;
export const inAccount = (account: Account, who: { readonly id: string }, rest = ''): string =>
  `/api/v1/accounts/${account.id}/members/${who.id}${rest}`;
