import type { Database } from '@keyholder/db';
import { schemaIsCurrent } from '@keyholder/db';
import { Hono } from 'hono';
import type { Base } from './http/context.ts';
import { problem } from './http/problem.ts';

const CACHE_MS = 1_000;
const PING_MS = 500;

/** `/livez`: the process. `/readyz`: database reachable, schema current, not draining (security.md 1.14). */
export function healthRoutes(database: Database, draining: () => boolean) {
  let last: { at: number; ready: Promise<boolean> } | null = null;
  const ping = async (): Promise<boolean> => {
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PING_MS).unref());
    return Promise.race([schemaIsCurrent(database.sql).catch(() => false), late]);
  };
  return new Hono<Base>()
    .get('/livez', (c) => c.json({ status: 'live' }))
    .get('/readyz', async (c) => {
      if (draining()) return problem(c, 'service.unavailable');
      if (!last || Date.now() - last.at > CACHE_MS) last = { at: Date.now(), ready: ping() };
      return (await last.ready) ? c.json({ status: 'ready' }) : problem(c, 'service.unavailable');
    });
}
