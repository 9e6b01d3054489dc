import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';
import { createWorkQueue } from './work-queue.ts';

describe('password hashes', () => {
  const passwords = createPasswords();

  it('are argon2id at 64 MiB and 2 passes, each with its own salt [1.1.11]', async () => {
    const [one, two] = [
      await passwords.hash('correct horse battery'),
      await passwords.hash('correct horse battery'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwords.verify(one, 'correct horse battery')).toBe(true);
    expect(await passwords.verify(one, 'correct horse batterx')).toBe(false);
    expect(passwords.isOutdated(one)).toBe(false);
  });

  it('do not depend on how a keyboard composes a letter', async () => {
    const hashed = await passwords.hash('caf\u00e9 caf\u00e9 caf\u00e9');
    expect(await passwords.verify(hashed, 'cafe\u0301 cafe\u0301 cafe\u0301')).toBe(true);
  });
});

describe('the work queue', () => {
  it('runs so many at once, lets so many wait, and refuses the rest', async () => {
    const queued = createWorkQueue({ atOnce: 2, waiting: 3 });
    let running = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const work = async () => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((done) => finish.push(done));
      running -= 1;
      return 'done';
    };
    const results = Promise.allSettled(Array.from({ length: 6 }, () => queued(work)));
    for (let n = 0; n < 5; n += 1) {
      await turn();
      finish.shift()?.();
    }
    const settled = await results;
    expect(most).toBe(2);
    expect(settled.map((one) => one.status)).toEqual([...Array(5).fill('fulfilled'), 'rejected']);
    expect(settled[5]).toMatchObject({ reason: { code: 'service.unavailable', facts: { retryAfter: 2 } } });
  });

  it('goes on after work that failed', async () => {
    const queued = createWorkQueue({ atOnce: 1, waiting: 1 });
    const results = await Promise.allSettled([
      queued(() => Promise.reject(new Error('no'))),
      queued(async () => 'yes'),
    ]);
    expect(results.map((one) => one.status)).toEqual(['rejected', 'fulfilled']);
    expect(await queued(async () => 'again')).toBe('again');
  });
});
