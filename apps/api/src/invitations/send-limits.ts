import type { WriteTx } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { EmailAddress } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Place } from './invitation-repository.ts';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;

/** How many invitation mails may leave (security.md 1.12): per account, per slot, and to one address over all accounts. */
export const SEND_LIMITS = {
  account: [
    { most: 1_000, seconds: HOUR_S },
    { most: 3_000, seconds: DAY_S },
  ],
  slot: [
    { most: 10, seconds: HOUR_S },
    { most: 20, seconds: DAY_S },
  ],
  address: [{ most: 200, seconds: DAY_S }],
} as const;

/**
 * Refuses one more mail with `rate.limited` when a limit is reached. Counted from the sends themselves, under the account
 * lock and by the database's clock, so that parallel requests cannot pass the limits of an account or a slot together and
 * no counter can drift. The one over all accounts may be passed by as many mails as accounts send at the same instant.
 */
export async function checkSendLimits(
  tx: WriteTx,
  place: Place,
  email: EmailAddress,
  now: Date,
): Promise<void> {
  const scopes = {
    account: sql`d.account_id = ${place.accountId}`,
    slot: sql`i.account_id = ${place.accountId} and i.email = ${email} and i.site_id is not distinct from ${place.siteId}`,
    address: sql`i.email = ${email}`,
  };
  for (const scope of ['account', 'slot', 'address'] as const) {
    for (const { most, seconds } of SEND_LIMITS[scope]) {
      const [row] = await tx.execute<{ oldest: string | null }>(sql`
        select d.sent_at as oldest from invitation_send d join invitation i on i.id = d.invitation_id
        where ${scopes[scope]} and d.sent_at > ${now.toISOString()}::timestamptz - ${seconds} * interval '1 second'
        order by d.sent_at desc offset ${most - 1} limit 1`);
      if (row?.oldest)
        fail('rate.limited', {
          retryAfter: Math.max(
            1,
            Math.ceil((new Date(row.oldest).getTime() + seconds * 1000 - now.getTime()) / 1000),
          ),
        });
    }
  }
}
