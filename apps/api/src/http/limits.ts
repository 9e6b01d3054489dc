import type { Database } from '@keyholder/db';
import { DomainError } from '@keyholder/domain';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { isLoopbackAddress, networkOf } from './client-address.ts';

export { clientAddress } from './client-address.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Limit {
  /** The key begins with the caller's network address, followed by a space when there is more. */
  readonly perNetwork?: true;
  /** `[points, seconds]` each; all of them hold. */
  readonly windows: readonly (readonly [points: number, seconds: number])[];
}

/** Every limit (security.md 1.12), with the key that it counts by. */
export const LIMITS = {
  /** Failures; `<network address> <e-mail>`. */
  'sign_in.person_network': { perNetwork: true, windows: [[10, 15 * MINUTE]] },
  /** Failures; network address. */
  'sign_in.network': { perNetwork: true, windows: [[100, HOUR]] },
  /** Failures from networks that the person has no session from, together; e-mail. */
  'sign_in.strangers': { windows: [[50, 15 * MINUTE]] },
  /** Tokens of any kind that were not ours; network address. */
  'token.wrong': { perNetwork: true, windows: [[60, HOUR]] },
  /** Network address. */
  sign_up: { perNetwork: true, windows: [[20, HOUR]] },
  /** Verification and reset mails asked for; e-mail. */
  identity_mail: { windows: [[3, HOUR]] },
  /** Invitations and resends sent; account. */
  'invitation.account': {
    windows: [
      [1_000, HOUR],
      [3_000, DAY],
    ],
  },
  /** Invitation mails to one address for one place; `<site or account> <e-mail>`. */
  'invitation.slot': {
    windows: [
      [10, HOUR],
      [20, DAY],
    ],
  },
  /** Invitation mails to one address from all accounts; e-mail. */
  'invitation.recipient': { windows: [[200, DAY]] },
  /** Invitation. */
  'invitation.new_link': { windows: [[1, HOUR]] },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** One thing to count: which limit, by which key, how many points. */
export type Try = readonly [name: LimitName, key: string, points?: number];

export interface Limits {
  /** Counts; over the limit → `rate.limited` with `retryAfter` in seconds. All points or none. */
  take(name: LimitName, key: string, points?: number): Promise<void>;
  /** Forgets points that were taken for something that did not happen. */
  giveBack(name: LimitName, key: string, points?: number): Promise<void>;
  /** Seconds until there is room for one more; 0 = now. */
  peek(name: LimitName, key: string): Promise<number>;
  /** Forgets a key. */
  reset(name: LimitName, key: string): Promise<void>;
  /**
   * Counts refusals only. The points are taken before the work, because parallel tries would all look before any of them
   * counted, and given back unless the work ends in a refusal.
   */
  countRefusals<Result>(tries: readonly Try[], work: () => Promise<Result>): Promise<Result>;
}

interface LimitsDeps {
  readonly database: Database;
  readonly production: boolean;
}

export function createLimits({ database, production }: LimitsDeps): Limits {
  const limiters = createLimiters(database);

  /** The stored key, or null where nothing is counted: loopback outside production. */
  function stored(name: LimitName, key: string): string | null {
    if (!(LIMITS[name] as Limit).perNetwork) return key;
    const [address = '', ...rest] = key.split(' ');
    if (!production && isLoopbackAddress(address)) return null;
    return [networkOf(address), ...rest].join(' ');
  }

  async function take(name: LimitName, key: string, points = 1): Promise<void> {
    const place = stored(name, key);
    if (place === null) return;
    const windows = limiters[name];
    for (const [index, limiter] of windows.entries()) {
      try {
        await limiter.consume(place, points);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        await Promise.all(windows.slice(0, index).map((taken) => taken.reward(place, points)));
        // The store counts what it refuses too: a batch that was too large would use up the room for a smaller one.
        if (points > 1 && refused.consumedPoints > 0) await limiter.reward(place, points);
        throw new DomainError({
          code: 'rate.limited',
          facts: { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) },
        });
      }
    }
  }

  async function giveBack(name: LimitName, key: string, points = 1): Promise<void> {
    const place = stored(name, key);
    if (place !== null) await Promise.all(limiters[name].map((limiter) => limiter.reward(place, points)));
  }

  const giveAllBack = (tries: readonly Try[]) => Promise.all(tries.map((one) => giveBack(...one)));

  return {
    take,
    giveBack,
    async peek(name, key) {
      const place = stored(name, key);
      if (place === null) return 0;
      const found = await Promise.all(limiters[name].map((limiter) => limiter.get(place)));
      return Math.max(
        0,
        ...found.map((one) => (one && one.remainingPoints <= 0 ? Math.ceil(one.msBeforeNext / 1000) : 0)),
      );
    },
    async reset(name, key) {
      const place = stored(name, key);
      if (place !== null) await Promise.all(limiters[name].map((limiter) => limiter.delete(place)));
    },
    async countRefusals(tries, work) {
      const taken: Try[] = [];
      try {
        for (const one of tries) {
          await take(...one);
          taken.push(one);
        }
      } catch (error) {
        await giveAllBack(taken);
        throw error;
      }
      try {
        const result = await work();
        await giveAllBack(taken);
        return result;
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'service.unavailable') await giveAllBack(taken);
        throw error;
      }
    },
  };
}

/** One limiter a window. Without the store each process counts for itself, a quarter of the points. */
function createLimiters({ sql, read }: Database): Record<LimitName, readonly RateLimiterPostgres[]> {
  const query = ({ text, values }: { text: string; values: (string | number)[] }) =>
    read(async () => {
      const rows = await sql.unsafe(text, values, { prepare: true });
      return { rows, rowCount: rows.count };
    });
  let sweeping = false;
  const limiter = (name: string, [points, duration]: readonly [number, number]) => {
    const options = { keyPrefix: `${name}/${duration}`, points, duration };
    const sweeps = !sweeping;
    sweeping = true;
    return new RateLimiterPostgres({
      ...options,
      storeClient: { query },
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      // All limiters share the table, so that one of them clears it.
      clearExpiredByTimeout: sweeps,
      // Far beyond the limit a process refuses without asking the database.
      inMemoryBlockOnConsumed: points * 2,
      insuranceLimiter: new RateLimiterMemory({ ...options, points: Math.ceil(points / 4) }),
    });
  };
  const entries = Object.entries(LIMITS).map(
    ([name, { windows }]) => [name, windows.map((window) => limiter(name, window))] as const,
  );
  return Object.fromEntries(entries) as Record<LimitName, RateLimiterPostgres[]>;
}
