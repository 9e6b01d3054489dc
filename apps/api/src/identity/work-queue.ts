import { fail } from '@keyholder/domain';

/** Runs at most `atOnce` pieces of work; `waiting` more may wait, then `service.unavailable`. */
export function createWorkQueue({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) {
  const line: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1;
    else if (line.length >= waiting) fail('service.unavailable', { retryAfter: 2 });
    // Whoever finishes hands its place on, so that nobody slips in between.
    else await new Promise<void>((start) => line.push(start));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
