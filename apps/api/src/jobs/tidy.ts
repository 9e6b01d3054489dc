import type { Database } from '@keyholder/db';
import { IDEMPOTENCY_MS } from '@keyholder/db';
import type { Log } from '../log.ts';

const EVERY_MS = 3_600_000;

/** Rows that nothing will ask for again. Every process does it; the statements find nothing the second time. */
export function createTidying({ sql, read }: Database, log: Log): { run(): Promise<void>; stop(): void } {
  async function run(): Promise<void> {
    await read(() => sql`delete from session where expires_at < clock_timestamp()`);
    await read(() => sql`delete from pending_sign_in where expires_at < clock_timestamp()`);
    await read(() => sql`delete from verification where expires_at < clock_timestamp()`);
    await read(() => sql`delete from sso_attempt where expires_at < clock_timestamp()`);
    await read(() => sql`delete from sso_pending_link where expires_at < clock_timestamp()`);
    await read(
      () => sql`delete from webhook_delivery where created_at < clock_timestamp() - interval '30 days'`,
    );
    await read(
      () =>
        sql`delete from idempotency where created_at < clock_timestamp() - ${IDEMPOTENCY_MS} * interval '1 millisecond'`,
    );
  }
  const timer = setInterval(() => {
    run().catch((error: unknown) => log.warn({ error: String(error) }, 'old rows were not removed'));
  }, EVERY_MS);
  timer.unref();
  return { run, stop: () => clearInterval(timer) };
}
