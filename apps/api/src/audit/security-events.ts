import { databaseNow, newId } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { securityEvent } from '@keyholder/db/schema';
import type { AccountId, SecurityAction, SiteId, UserId } from '@keyholder/domain';
import type { Log } from '../log.ts';

/** Where a request came from. */
export interface Origin {
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

/** Something that changed nothing but that somebody may want to know of later [R43]. Ids only, no addresses. */
export interface SecurityEvent extends Origin {
  readonly action: SecurityAction;
  readonly userId?: UserId | null;
  readonly accountId?: AccountId;
  readonly siteId?: SiteId;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Records after the fact; never fails the request that it tells of. */
export async function recordSecurityEvent(
  deps: { readonly database: Database; readonly log: Log },
  event: SecurityEvent,
): Promise<void> {
  try {
    await deps.database.transaction(async (tx) => {
      await tx
        .insert(securityEvent)
        .values({ ...event, detail: event.detail ?? null, id: newId(), at: await databaseNow(tx) });
    });
  } catch (error) {
    deps.log.error(
      {
        action: event.action,
        requestId: event.requestId,
        error: error instanceof Error ? error.name : 'unknown',
      },
      'security event lost',
    );
  }
}
