import { SIGNAL_CHANNEL } from '@keyholder/db';
import type { AccountSignal, Database } from '@keyholder/db';
import type { AccountId, UserId } from '@keyholder/domain';
import type { Log } from '../log.ts';
import { judge } from './judge.ts';

/** One open event stream of one person in one account. */
export interface Stream {
  readonly accountId: AccountId;
  readonly userId: UserId;
  readonly sessionId: string;
  send(event: string, data: Record<string, unknown>): void;
  close(): void;
}

/** All event streams of this process. What happened in any process arrives here through the database. */
export interface Streams {
  /** Adds a stream; call the result when it ended. */
  add(stream: Stream): () => void;
  readonly size: () => number;
  /** Closes every stream: the process goes away. */
  stop(): Promise<void>;
}

/** The net below LISTEN: every open stream is judged again this often (security.md 1.3.6). */
const POLL_MS = 5_000;
/** Without a database for this long nobody can be judged: all streams close. */
const BLIND_MS = 10_000;

export async function createStreams(database: Database, log: Log): Promise<Streams> {
  const open = new Set<Stream>();
  let seenDatabase = Date.now();

  const drop = (streams: Iterable<Stream>) => {
    for (const stream of streams) {
      open.delete(stream);
      stream.close();
    }
  };

  /** Hands a signal to those who may know of it now, and closes the streams of those whose rights it changed. */
  async function handOut(
    signal: Omit<AccountSignal, 'accountId'> & { accountId: AccountId | null },
  ): Promise<void> {
    if (signal.event === 'session.ended')
      return drop(
        [...open].filter((stream) => stream.sessionId === signal.id || stream.userId === signal.userId),
      );
    const concerned = [...open].filter((stream) => stream.accountId === signal.accountId);
    if (concerned.length === 0) return;
    const verdicts = await judge(database, concerned, signal.siteId ?? null);
    seenDatabase = Date.now();
    const data = {
      id: signal.id,
      ...(signal.siteId ? { siteId: signal.siteId } : {}),
      ...(signal.userId ? { userId: signal.userId } : {}),
    };
    for (const stream of concerned) {
      const verdict = verdicts.get(stream);
      const about = signal.userId === stream.userId;
      if (verdict && (verdict.sees || about)) stream.send(signal.event, data);
      // Whose rights changed reconnects and is judged anew; who has none left is out.
      if (!verdict || (about && signal.event.startsWith('membership.'))) drop([stream]);
    }
  }

  const judgeAll = () => judgeThese([...open]);

  async function judgeThese(streams: readonly Stream[]): Promise<void> {
    if (streams.length === 0) return void (seenDatabase = Date.now());
    try {
      const verdicts = await judge(database, streams, null);
      seenDatabase = Date.now();
      drop(streams.filter((stream) => open.has(stream) && !verdicts.has(stream)));
    } catch (error) {
      log.warn({ error: String(error) }, 'streams could not be judged');
      if (Date.now() - seenDatabase > BLIND_MS) drop([...open]);
    }
  }

  const receive = (payload: string) => {
    handOut(JSON.parse(payload) as AccountSignal).catch((error: unknown) => {
      log.warn({ error: String(error) }, 'signal not handed out');
      void judgeAll();
    });
  };
  // After a lost connection the driver listens again and calls the second function: what was missed is judged then.
  const listening = await database.sql.listen(SIGNAL_CHANNEL, receive, () => void judgeAll());
  const poll = setInterval(() => void judgeAll(), POLL_MS);
  poll.unref();

  return {
    add(stream) {
      open.add(stream);
      // Rights that ended between the look at them and this moment were announced while nobody listened here.
      void judgeThese([stream]);
      return () => void open.delete(stream);
    },
    size: () => open.size,
    async stop() {
      clearInterval(poll);
      drop([...open]);
      await listening.unlisten().catch(() => {});
    },
  };
}
