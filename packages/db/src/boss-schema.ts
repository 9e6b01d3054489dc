import { type ConstructorOptions, PgBoss, type Queue } from 'pg-boss';

export const BOSS_SCHEMA = 'pgboss';

/**
 * Every queue there is; the migrator makes them, because the application may not. Times in seconds.
 * `mail`: after 10, 20, 40 … 240 s with jitter. 400 tries are more than fit into the 24 h after which the worker
 * gives a mail up, so that it is the worker who decides and not a counter. The SMTP time-out (30 s) ends before
 * `expireInSeconds`, so two workers never send one mail at once. `notify`: a new job wakes the workers at its commit.
 * `webhook`: after 10, 20, 40 s … 3 h; here too the worker decides when enough is enough.
 */
export const QUEUES = [
  {
    name: 'mail',
    retryBackoff: true,
    retryDelay: 10,
    retryDelayMax: 240,
    retryLimit: 400,
    expireInSeconds: 60,
    notify: true,
  },
  {
    name: 'webhook',
    retryBackoff: true,
    retryDelay: 10,
    retryDelayMax: 10_800,
    retryLimit: 400,
    expireInSeconds: 60,
    notify: true,
  },
] as const satisfies readonly Queue[];

export type QueueName = (typeof QUEUES)[number]['name'];

/** How the application starts pg-boss: its schema is there already, and it may not change it. */
export function bossOptions(url: string, role: string): ConstructorOptions {
  return {
    connectionString: asRole(url, role),
    schema: BOSS_SCHEMA,
    application_name: 'keyholder-jobs',
    max: 2,
    migrate: false,
    createSchema: false,
    reindex: false,
    // Cron-like schedules are not used; without this pg-boss polls for them.
    schedule: false,
  };
}

/** Makes or updates pg-boss's schema and the queues. For the migrator, which owns them. */
export async function migrateBoss(url: string): Promise<void> {
  const boss = new PgBoss({
    ...{ connectionString: url, schema: BOSS_SCHEMA, application_name: 'keyholder-migrate', max: 1 },
    ...{ migrate: true, createSchema: true, supervise: false, schedule: false, reindex: false },
  });
  // Without a listener a lost connection would end the process; the call that needed it rejects anyway.
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const { name, ...options } of QUEUES) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

function asRole(url: string, role: string): string {
  const target = new URL(url);
  const given = target.searchParams.get('options');
  target.searchParams.set('options', `${given ? `${given} ` : ''}-c role=${role}`);
  return target.href;
}
