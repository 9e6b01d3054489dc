import type { Database } from '@keyholder/db';
import { IDEMPOTENCY_MS } from '@keyholder/db';
import type { Log } from '../log.ts';

const EVERY_MS = 3_600_000;

/** Rows that nothing will ask for again. Every process does it; the statements find nothing the second time. */
export function createTidying({ sql, read }: Database, log: Log): { run(): Promise<void>; stop(): void } {
  const removals = [
    () => sql`delete from session where expires_at < clock_timestamp()`,
    () => sql`delete from pending_sign_in where expires_at < clock_timestamp()`,
    () => sql`delete from verification where expires_at < clock_timestamp()`,
    () => sql`delete from sso_attempt where expires_at < clock_timestamp()`,
    () => sql`delete from sso_pending_link where expires_at < clock_timestamp()`,
    () =>
      sql`delete from idempotency where created_at < clock_timestamp() - ${IDEMPOTENCY_MS} * interval '1 millisecond'`,
    () => sql`delete from webhook_delivery where created_at < clock_timestamp() - interval '30 days'`,
  ];
  async function run(): Promise<void> {
    // Each for itself: one that takes too long must not let the others grow without end.
    for (const remove of removals)
      await read(remove).catch((error: unknown) => {
        log.warn({ error: String(error) }, 'old rows were not removed');
      });
  }
  const timer = setInterval(() => void run(), EVERY_MS);
  timer.unref();
  return { run, stop: () => clearInterval(timer) };
}
