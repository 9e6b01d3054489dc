import { fail, maySeeMembers } from '@keyholder/domain';
import type { InvitationId, InvitationState, Standing } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { InvitationView } from './invitation-view.ts';
import type { Place } from './invitation-repository.ts';
import { readInvitations } from './read-invitations.ts';

export interface InvitationFilter {
  readonly status: InvitationState;
  readonly q?: string | undefined;
  readonly expired?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface InvitationPage {
  readonly items: readonly InvitationView[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** `by`: null for a key, which was judged at the door. The invitations of one place: open ones soonest end first (so expired on top), answered ones newest first. */
export async function listInvitations(
  deps: Pick<Deps, 'read' | 'cursors'>,
  by: Standing | null,
  place: Place,
  filter: InvitationFilter,
): Promise<InvitationPage> {
  if (by && !maySeeMembers(by)) fail('permission.denied');
  const here =
    place.siteId === null
      ? sql`i.account_id = ${place.accountId} and i.site_id is null`
      : sql`i.site_id = ${place.siteId}`;
  return pageOfInvitations(deps, here, `invitations ${place.siteId ?? place.accountId}`, filter);
}

/** A page of the invitations that `here` selects. `list` names it for its cursors. */
export async function pageOfInvitations(
  deps: Pick<Deps, 'read' | 'cursors'>,
  here: SQL,
  list: string,
  { status, q, expired, limit, cursor }: InvitationFilter,
): Promise<InvitationPage> {
  const open = status === 'pending';
  const sortedBy = open ? sql`i.expires_at` : sql`i.answered_at`;
  const where = [here, sql`i.state = ${status}`];
  if (q !== undefined) where.push(sql`i.email like ${`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`);
  if (expired !== undefined) where.push(sql`(i.expires_at <= clock_timestamp()) = ${expired}`);
  const bound = `${list} ${status} ${q ?? ''} ${expired ?? ''}`;
  const after = [...where];
  if (cursor !== undefined) {
    const [at, id] = deps.cursors.decode(bound, cursor);
    after.push(
      sql`(${sortedBy}, i.id) ${open ? sql`>` : sql`<`} (${String(at)}::timestamptz, ${String(id)}::uuid)`,
    );
  }
  return deps.read(async (db) => {
    const direction = open ? sql`asc` : sql`desc`;
    const rows = await readInvitations(
      db,
      sql.join(after, sql` and `),
      sql`${sortedBy} ${direction}, i.id ${direction}`,
      limit + 1,
    );
    const [count] = await db.execute<{ total: string }>(
      sql`select count(*) as total from invitation i where ${sql.join(where, sql` and `)}`,
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items,
      nextCursor: last
        ? deps.cursors.encode(bound, [open ? last.expiresAt : last.answeredAt, last.id])
        : null,
      total: Number(count!.total),
    };
  });
}

/** One invitation of a place, with every send. */
export async function readInvitation(
  deps: Pick<Deps, 'read'>,
  by: Standing | null,
  place: Place,
  id: InvitationId,
): Promise<InvitationView> {
  if (by && !maySeeMembers(by)) fail('permission.denied');
  const here =
    place.siteId === null
      ? sql`i.account_id = ${place.accountId} and i.site_id is null`
      : sql`i.site_id = ${place.siteId}`;
  const [view] = await deps.read((db) => readInvitations(db, sql`i.id = ${id} and ${here}`));
  return view ?? fail('not_found');
}
