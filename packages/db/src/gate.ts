import { AsyncLocalStorage } from 'node:async_hooks';

/** No connection became free in time; the request may be sent again later (503 `service.unavailable`). */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}

export interface Gate {
  /** Runs `work` as soon as one of the slots is free. Throws `DatabaseBusy` after `maxWaitMs` of waiting. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

interface Waiter {
  readonly admit: () => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A counting gate in front of the pool, because postgres.js lets a query wait for a connection for ever.
 * First come, first served; `maxWaitMs` is in milliseconds.
 */
export function createGate({ max, maxWaitMs }: { max: number; maxWaitMs: number }): Gate {
  const waiting = new Set<Waiter>();
  const holding = new AsyncLocalStorage<{ open: boolean }>();
  let inFlight = 0;

  function acquire(): Promise<void> | undefined {
    if (inFlight < max) {
      inFlight += 1;
      return undefined;
    }
    return new Promise((admit, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(waiter);
        reject(new DatabaseBusy(`No database connection became free within ${maxWaitMs} ms`));
      }, maxWaitMs);
      const waiter: Waiter = { admit, timer };
      waiting.add(waiter);
    });
  }

  function release(): void {
    const [next] = waiting;
    if (!next) {
      inFlight -= 1;
      return;
    }
    // The slot passes straight on, so that a newcomer cannot overtake those who wait.
    waiting.delete(next);
    clearTimeout(next.timer);
    next.admit();
  }

  return {
    async run(work) {
      // Holding one slot while asking for another blocks everybody as soon as all holders do it, so it fails every time.
      if (holding.getStore()?.open)
        throw new Error('Use the handle you were given: this call already holds a connection');
      const wait = acquire();
      if (wait) await wait;
      const slot = { open: true };
      try {
        return await holding.run(slot, work);
      } finally {
        slot.open = false;
        release();
      }
    },
  };
}
