import { newId } from '@keyholder/db';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createSmtpMailer } from '../mail/smtp-mailer.ts';
import { smtpServerOf } from '../mail/smtp-server.ts';
import type { Mailer } from '../mail/mailer.ts';
import { openMailDesk } from '../mail/testing/mail-desk.ts';
import type { MailDesk } from '../mail/testing/mail-desk.ts';
import { openPostOffice } from '../mail/testing/post-office.ts';

const soon = { timeout: 20_000, interval: 50 };
let desk: MailDesk;
beforeEach(async () => {
  desk = await openMailDesk(inject('testServer'));
});
afterEach(() => desk.close());

const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `person${index}@yourteam.com`);
const jobs = async () =>
  Number((await desk.owner.sql`select count(*) from pgboss.job where name = 'mail'`)[0]!['count']);

/** Counts what it is given. */
const counting = (send: Mailer['send'] = () => Promise.resolve()) => {
  const sent: string[] = [];
  const mailer: Mailer = {
    async send(mail, signal) {
      await send(mail, signal);
      sent.push(mail.to);
    },
    close: () => {},
  };
  return { mailer, sent };
};

describe('a job', () => {
  it('is part of the transaction that asks for it: a rollback takes it along [R26]', async () => {
    const change = desk.database.transaction(async (tx) => {
      await desk.enqueueMails(tx, [newId(), newId()]);
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    expect(await jobs()).toBe(0);
  });

  it('costs one statement, also for 500 mails', async () => {
    let statements = 0;
    await desk.database.transaction(async (tx) => {
      const counted = new Proxy(tx, {
        get: (target, name) => {
          const value = Reflect.get(target, name) as unknown;
          if (name !== 'execute') return value;
          return (...given: Parameters<typeof tx.execute>) => {
            statements += 1;
            return target.execute(...given);
          };
        },
      });
      await desk.enqueueMails(
        counted,
        addresses(500).map(() => newId()),
      );
    });
    expect({ statements, jobs: await jobs() }).toEqual({ statements: 1, jobs: 500 });
  });

  it('is done at once: a commit wakes the workers, however seldom they look', async () => {
    const { mailer, sent } = counting();
    await desk.worker(mailer, { pollSeconds: 60 });
    // Lets the workers find nothing and go to sleep.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await desk.invite(['alex@yourteam.com']);
    await expect.poll(() => sent, { timeout: 5_000, interval: 20 }).toEqual(['alex@yourteam.com']);
  });

  it('is done once, however many processes look for work', async () => {
    const { mailer, sent } = counting(
      () => new Promise((resolve) => setTimeout(resolve, Math.random() * 20)),
    );
    await Promise.all([desk.worker(mailer), desk.worker(mailer), desk.worker(mailer)]);
    await Promise.all([desk.invite(addresses(200)), desk.invite(addresses(200).map((one) => `x${one}`))]);
    await expect.poll(() => desk.states(), soon).toEqual({ sent: 400 });
    expect(sent).toHaveLength(400);
    expect(new Set(sent).size).toBe(400);
  });

  it('whose worker died is done by another one', async () => {
    const [lost] = await desk.invite(['lost@yourteam.com']);
    await desk.owner.sql`
      update pgboss.job set state = 'active', started_on = now() - interval '59 seconds' where data->>'mailId' = ${lost!.mailId}`;
    const { mailer, sent } = counting();
    await desk.worker(mailer);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(sent).toEqual([]);
    await expect.poll(() => sent, { timeout: 30_000, interval: 100 }).toEqual(['lost@yourteam.com']);
  }, 40_000);
});

describe('mails', () => {
  // Once more when the machine was busy with something else.
  it('go to a fast server at 100 a second and more', { retry: 2 }, async () => {
    const office = await openPostOffice();
    const server = smtpServerOf(office.url, () => true);
    await desk.invite(addresses(500));
    const started = performance.now();
    await desk.worker(createSmtpMailer({ server, host: 'keyholder.example' }));
    await expect.poll(() => office.received.length, { ...soon, interval: 10 }).toBe(500);
    expect(500 / ((performance.now() - started) / 1_000)).toBeGreaterThan(100);
    expect(new Set(office.received.map(({ to }) => to[0])).size).toBe(500);
    await office.close();
  });
});

describe('the queue', () => {
  it('goes on by itself after the database has cut all its connections', async () => {
    const { mailer, sent } = counting();
    await desk.worker(mailer);
    await desk.owner.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await expect
      .poll(
        () =>
          desk.invite(['back@yourteam.com']).then(
            () => true,
            () => false,
          ),
        soon,
      )
      .toBe(true);
    await expect.poll(() => sent, soon).toEqual(['back@yourteam.com']);
    expect(await desk.states()).toEqual({ sent: 1 });
  });

  it('lets a delivery finish when it is stopped', async () => {
    let begun = false;
    const { mailer, sent } = counting(async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    const queue = await desk.worker(mailer);
    await desk.invite(['last@yourteam.com']);
    await expect.poll(() => begun, soon).toBe(true);
    await queue.stop(2_000);
    expect(sent).toEqual(['last@yourteam.com']);
    expect(await desk.states()).toEqual({ sent: 1 });
  });

  it('cuts off what takes too long, and another process does it', async () => {
    const hanging: Mailer['send'] = (_mail, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('cut off'))));
    let begun = false;
    const slow = await desk.worker({
      send: (mail, signal) => ((begun = true), hanging(mail, signal)),
      close: () => {},
    });
    await desk.invite(['cut@yourteam.com']);
    await expect.poll(() => begun, soon).toBe(true);
    const started = performance.now();
    await slow.stop(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    const { mailer, sent } = counting();
    await desk.worker(mailer);
    await expect.poll(() => sent, soon).toEqual(['cut@yourteam.com']);
  });
});
