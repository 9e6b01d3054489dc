import type { ApiKeyState } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { SiteAccess } from '../http/access.ts';
import type { Caller } from '../http/caller.ts';
import { countKeys, readKeys } from './api-key-repository.ts';
import { apiKeyView } from './api-key-view.ts';

export interface KeyFilter {
  readonly state?: ApiKeyState | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Whether the maker's access goes on. Says with `STATES` in SQL what `apiKeyView` says of one key. */
const held = sql`exists (select 1 from site_member m where m.site_id = k.site_id and m.user_id = k.holder
  and (m.access_until is null or m.access_until > statement_timestamp()))`;
const STATES = {
  active: sql`(${held} and k.expires_at > statement_timestamp())`,
  expired: sql`(${held} and k.expires_at <= statement_timestamp())`,
  revoked: sql`not ${held}`,
} as const satisfies Record<ApiKeyState, unknown>;

/** The keys of a site, newest first, dead ones included: whoever asks what happened finds them here. */
export async function listApiKeys(
  deps: Pick<Deps, 'read' | 'cursors'>,
  viewer: Caller,
  site: SiteAccess,
  { state, limit, cursor }: KeyFilter,
) {
  const scope = { accountId: site.account.id, siteId: site.id };
  const list = `api-keys ${site.id} ${state ?? ''}`;
  const chosen = state ? STATES[state] : sql`true`;
  const [before] = cursor === undefined ? [] : deps.cursors.decode(list, cursor);
  return deps.read(async (db) => {
    const behind = before === undefined ? sql`true` : sql`k.id < ${String(before)}::uuid`;
    const rows = await readKeys(db, scope, sql`${chosen} and ${behind}`, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map(({ key, makerRole, now }) => apiKeyView(key, makerRole, viewer.userId, now)),
      nextCursor: last ? deps.cursors.encode(list, [last.key.id]) : null,
      total: await countKeys(db, scope, chosen),
    };
  });
}
