import { headText } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import type { Log } from '../log.ts';

const EVERY_MS = 3_600_000;
/** A head that moved while the last round was under way is in this one. */
const SINCE = '65 minutes';

/**
 * Writes the heads that moved to the log stream, which a superuser of the database cannot change: whoever sets a whole
 * account back, head and all, is found by `audit verify --head` with one of these (security.md 1.9). Twice harms nobody.
 */
export function createHeadPublishing(
  { sql, read }: Database,
  log: Log,
): { run(): Promise<void>; stop(): void } {
  async function run(): Promise<void> {
    const heads = await read(
      () => sql<{ slug: string; seq: string; mac: Buffer }[]>`
        select a.slug, h.seq, h.mac from audit_head h join account a on a.id = h.account_id
        where h.at > clock_timestamp() - ${SINCE}::interval order by a.slug`,
    );
    for (const { slug, seq, mac } of heads)
      log.info({ account: slug, head: headText({ seq: Number(seq), mac }) }, 'audit head');
  }
  const timer = setInterval(() => {
    run().catch((error: unknown) => log.warn({ error: String(error) }, 'audit heads were not written down'));
  }, EVERY_MS);
  timer.unref();
  return { run, stop: () => clearInterval(timer) };
}
