import { connect } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { cloneDatabase } from '@keyholder/db/testing';
import type { TestDatabase } from '@keyholder/db/testing';
import { DomainError } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLimits } from './limits.ts';

let clone: TestDatabase;
let database: Database;
const processes: Database[] = [];
const open = () => {
  const opened = connect({ url: clone.url, applicationName: 'test', role: 'keyholder_app' });
  processes.push(opened);
  return opened;
};
beforeAll(async () => {
  clone = await cloneDatabase(inject('testServer'));
  database = open();
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.close()));
  await clone.drop();
});

const refused = (error: unknown) => {
  if (error instanceof DomainError && error.code === 'rate.limited') return 'refused';
  throw error;
};
const outcome = (work: Promise<unknown>) => work.then(() => 'ok', refused);

describe('limits', () => {
  it('are shared by all processes', async () => {
    const [one, two] = [
      createLimits({ database, production: true }),
      createLimits({ database: open(), production: true }),
    ];
    const tries = Array.from({ length: 5 }, (_, n) =>
      outcome((n % 2 ? one : two).take('identity_mail', 'shared@example.test')),
    );
    expect((await Promise.all(tries)).filter((result) => result === 'ok')).toHaveLength(3);
    expect(await one.tryTake('identity_mail', 'shared@example.test')).toBe(false);
    expect(await one.tryTake('identity_mail', 'other@example.test')).toBe(true);
  });

  it('say in whole seconds when to come back, and have room again then', async () => {
    const limits = createLimits({ database, production: true });
    for (let n = 0; n < 3; n += 1) await limits.take('identity_mail', 'late@example.test');
    const error = await limits.take('identity_mail', 'late@example.test').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate.limited', facts: { retryAfter: expect.any(Number) } });
    const { retryAfter } = (error as DomainError).facts as { retryAfter: number };
    expect(Number.isInteger(retryAfter) && retryAfter > 3_590 && retryAfter <= 3_600).toBe(true);
    await database.sql`update rate_limit set expire = ${Date.now() - 1} where key = 'identity_mail:late@example.test'`;
    expect(await outcome(limits.take('identity_mail', 'late@example.test'))).toBe('ok');
  });

  it('count the network of an address: one /64 is one caller, and so is one person there', async () => {
    const limits = createLimits({ database, production: true });
    for (let n = 0; n < 10; n += 1)
      await limits.take('sign_in.person_network', `2001:db8::${n} ann@example.test`);
    expect(await outcome(limits.take('sign_in.person_network', '2001:db8::99 ann@example.test'))).toBe(
      'refused',
    );
    expect(await outcome(limits.take('sign_in.person_network', '2001:db8::99 bob@example.test'))).toBe('ok');
    expect(await outcome(limits.take('sign_in.person_network', '2001:db8:0:1::1 ann@example.test'))).toBe(
      'ok',
    );
  });

  it.each([
    [false, '127.0.0.1', 'ok'],
    [false, '::1', 'ok'],
    [true, '127.0.0.2', 'refused'],
    [false, '192.0.2.1', 'refused'],
  ])('with production=%s and %s: the 21st sign-up is %s', async (production, address, result) => {
    const limits = createLimits({ database, production });
    for (let n = 0; n < 20; n += 1) await limits.take('sign_up', address);
    expect(await outcome(limits.take('sign_up', address))).toBe(result);
  });

  it('count refusals only', async () => {
    const limits = createLimits({ database, production: true });
    const tries = [['token.wrong', '192.0.2.77']] as const;
    const points = async () => {
      const [row] = await database.sql<
        { points: number }[]
      >`select points from rate_limit where key = 'token.wrong:192.0.2.77'`;
      return row?.points;
    };
    await limits.countRefusals(tries, async () => 'fine');
    expect(await points()).toBe(0);
    const failing = (error: Error) =>
      limits.countRefusals(tries, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
    const broken = new Error('the database is away');
    expect(await failing(broken)).toBe(broken);
    await failing(new DomainError({ code: 'service.unavailable' }));
    expect(await points()).toBe(0);
    await failing(new DomainError({ code: 'invitation.invalid' }));
    expect(await points()).toBe(1);
  });

  it('fall back to a quarter in the process itself when the store is away', async () => {
    const gone = connect({ url: clone.url, applicationName: 'test', role: 'keyholder_app' });
    const limits = createLimits({ database: gone, production: true });
    await gone.close();
    const tries = Array.from({ length: 20 }, () => outcome(limits.take('sign_up', '192.0.2.88')));
    expect((await Promise.all(tries)).filter((result) => result === 'ok')).toHaveLength(5);
  });
});
