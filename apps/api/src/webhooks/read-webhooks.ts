import { fail } from '@keyholder/domain';
import type { WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { mayReadSettings } from './settings-authority.ts';
import { countDeliveries, readDeliveries, readWebhooks } from './webhook-repository.ts';
import { viewDelivery, viewWebhook } from './webhook-view.ts';
import type { DeliveryQuery, WebhookView } from './webhook-view.ts';

/** All endpoints of the account: there are never more than a handful, so it is one page. */
export async function listWebhooks(
  { read, database }: Pick<Deps, 'read' | 'database'>,
  account: AccountAccess,
) {
  mayReadSettings(account);
  return read(async (db) => {
    const now = await database.now(db);
    const items = (await readWebhooks(db, account.id)).map((row) => viewWebhook(row, now));
    return { items, nextCursor: null, total: items.length };
  });
}

export async function readWebhook(
  { read, database }: Pick<Deps, 'read' | 'database'>,
  account: AccountAccess,
  id: WebhookId,
): Promise<WebhookView> {
  mayReadSettings(account);
  return read(async (db) => {
    const [row] = await readWebhooks(db, account.id, id);
    return viewWebhook(row ?? fail('not_found'), await database.now(db));
  });
}

/** What an endpoint was told, newest first. */
export async function listDeliveries(
  { read, cursors }: Pick<Deps, 'read' | 'cursors'>,
  account: AccountAccess,
  id: WebhookId,
  { state, limit, cursor }: DeliveryQuery,
) {
  mayReadSettings(account);
  const list = JSON.stringify(['webhook-deliveries', account.id, id, state ?? '']);
  const last = cursor === undefined ? null : cursors.decode(list, cursor);
  const behind = last && { at: String(last[0]), id: String(last[1]) };
  const [found, rows, total] = await Promise.all([
    read((db) => readWebhooks(db, account.id, id)),
    read((db) => readDeliveries(db, account.id, id, { state, behind, limit: limit + 1 })),
    read((db) => countDeliveries(db, account.id, id, state)),
  ]);
  if (found.length === 0) return fail('not_found');
  const shown = rows.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map(viewDelivery),
    nextCursor:
      end && rows.length > limit ? cursors.encode(list, [end.createdAt.toISOString(), end.id]) : null,
    total,
  };
}
