import { APP_ROLE, bossOptions } from '@keyholder/db';
import type { EnqueueWebhooks, QueueName, Transaction } from '@keyholder/db';
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { JobResult } from 'pg-boss';
import type { Log } from '../log.ts';
import type { Deliver } from '../mail/deliver.ts';

const MAIL: QueueName = 'mail';
const WEBHOOK: QueueName = 'webhook';

interface MailJob {
  readonly mailId: string;
}
interface WebhookJob {
  readonly deliveryId: string;
}
/** How many jobs of a queue one process works on at once. */
interface Pace {
  /** Jobs that a worker takes together and ends together. */
  readonly batchSize: number;
  readonly localConcurrency: number;
  /** Of one group, over all processes. */
  readonly groupConcurrency?: number;
}
/** Several batches at a time: while one waits for a slow receiver the others go on. */
const MAIL_PACE: Pace = { batchSize: 10, localConcurrency: 4 };
/** Receivers are the customers' own: those of one account never keep all workers waiting, so each takes a single job. */
const WEBHOOK_PACE: Pace = { batchSize: 1, localConcurrency: 12, groupConcurrency: 4 };

/** Tries what these jobs name; answers those that are to be tried again, each with the reason. */
type Attempt = Deliver;

/** Work that outlives the request which asked for it, in the same database. */
export interface JobQueue {
  /** Puts a job for each mail into the queue as part of the transaction: a rollback takes the jobs with it. */
  readonly enqueueMails: (tx: Transaction, mailIds: readonly string[]) => Promise<void>;
  /** The same for each message to an endpoint of an account. */
  readonly enqueueWebhooks: EnqueueWebhooks;
  start(): Promise<void>;
  /** From now on this process delivers mails and messages. */
  work(deliver: Deliver, deliverWebhooks: Attempt): Promise<void>;
  /**
   * Takes no more jobs and lets deliveries finish for at most `graceMs`; what is still under way then is cut off and
   * goes back to the queue. Mails can still be queued.
   */
  rest(graceMs?: number): Promise<void>;
  /** The same, then closes the queue's connections. */
  stop(graceMs?: number): Promise<void>;
}

export interface QueueOptions {
  /** Of the role that migrates; the queue itself runs as the application's role. */
  readonly url: string;
  readonly log: Log;
  /** How often to look for mails to be tried again, and for jobs whose worker died. Only tests change these. */
  readonly pollSeconds?: number;
  readonly superviseSeconds?: number;
}

export function createQueue({ url, log, pollSeconds = 2, superviseSeconds = 15 }: QueueOptions): JobQueue {
  const boss = new PgBoss({
    ...bossOptions(url, APP_ROLE),
    // Finds jobs whose worker died: 60 s of their own + this + the first pause stay below 2 minutes.
    ...{ superviseIntervalSeconds: superviseSeconds, monitorIntervalSeconds: superviseSeconds },
    useListenNotify: true,
  });
  const stopping = new AbortController();
  // Without a listener a lost connection would end the process; pg-boss connects again by itself.
  boss.on('error', (error) => log.warn({ reason: error.message }, 'job queue: connection or job trouble'));

  let resting: Promise<void> | undefined;
  async function comeToRest(graceMs: number): Promise<void> {
    const finished = Promise.all([MAIL, WEBHOOK].map((name) => boss.offWork(name, { wait: true }))).catch(
      () => {},
    );
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    stopping.abort();
    // The deliveries cut off just now still have to hand their jobs back.
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
  }
  const rest = (graceMs = 5_000) => (resting ??= comeToRest(graceMs));

  /** Works on one queue: the jobs that `attempt` names go back into it. */
  async function take<Job extends object>(
    name: QueueName,
    pace: Pace,
    idOf: (job: Job) => string,
    attempt: Attempt,
  ): Promise<void> {
    const handle = async (
      jobs: readonly { readonly id: string; readonly data: Job }[],
    ): Promise<JobResult[]> => {
      const again = await attempt(
        jobs.map((job) => idOf(job.data)),
        stopping.signal,
      );
      return jobs.map(({ id, data }) => {
        const reason = again.get(idOf(data));
        return reason === undefined
          ? { id, status: 'completed' }
          : { id, status: 'failed', output: { reason } };
      });
    };
    const options = {
      ...{ ...pace, burstWhenBatchFull: true, perJobResults: true },
      // A new job wakes the workers; jobs to be tried again are found by polling.
      ...{ pollingIntervalSeconds: Math.min(pollSeconds, 1), notifyPollingIntervalSeconds: pollSeconds },
    } as const;
    await boss.work<Job, unknown, typeof options>(name, options, handle);
  }

  return {
    rest,
    async enqueueMails(tx, mailIds) {
      if (mailIds.length === 0) return;
      const jobs = mailIds.map((mailId) => ({ data: { mailId } satisfies MailJob }));
      await boss.insert(MAIL, jobs, { db: fromDrizzle(tx, sql) });
    },
    async start() {
      await boss.start();
    },
    async enqueueWebhooks(tx, accountId, deliveryIds) {
      if (deliveryIds.length === 0) return;
      const group = { id: accountId };
      const jobs = deliveryIds.map((deliveryId) => ({ group, data: { deliveryId } satisfies WebhookJob }));
      await boss.insert(WEBHOOK, jobs, { db: fromDrizzle(tx, sql) });
    },
    async work(deliver, deliverWebhooks) {
      await take<MailJob>(MAIL, MAIL_PACE, ({ mailId }) => mailId, deliver);
      await take<WebhookJob>(WEBHOOK, WEBHOOK_PACE, ({ deliveryId }) => deliveryId, deliverWebhooks);
    },
    async stop(graceMs) {
      await rest(graceMs);
      await boss.stop({ graceful: false });
    },
  };
}
