import { connect } from '@keyholder/db';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Mailer } from './mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { smtpServerOf } from './smtp-server.ts';
import { openMailDesk } from './testing/mail-desk.ts';
import type { MailDesk } from './testing/mail-desk.ts';
import { openPostOffice } from './testing/post-office.ts';
import type { PostOffice } from './testing/post-office.ts';

const soon = { timeout: 15_000, interval: 50 };
let desk: MailDesk;
let office: PostOffice;
beforeEach(async () => {
  [desk, office] = await Promise.all([openMailDesk(inject('testServer')), openPostOffice()]);
});
afterEach(async () => {
  await Promise.all([desk.close(), office.close()]);
});

const smtp = () =>
  createSmtpMailer({ server: smtpServerOf(office.url, () => true), host: 'keyholder.example' });

/** Sends, and then stands still until it is let go: a process that has died, or is very slow, before its mark. */
function standingStill(mailer: Mailer) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const still: Mailer = {
    async send(mail, signal) {
      await mailer.send(mail, signal);
      await held;
    },
    close: () => mailer.close(),
  };
  return { mailer: still, letGo: () => letGo() };
}

describe('a process that dies between the server taking a mail and the mark', () => {
  it('causes at most one duplicate, which is the same message with the same link', async () => {
    const dead = standingStill(smtp());
    const first = await desk.worker(dead.mailer);
    const [sent] = await desk.invite(['alex@yourteam.com']);
    await expect.poll(() => office.received.length, soon).toBe(1);
    await first.stop(0);
    await desk.worker(smtp());
    await expect.poll(async () => (await desk.mail(sent!.mailId)).state, soon).toBe('sent');
    const [one, two, ...others] = office.received;
    expect(others).toEqual([]);
    expect(two!.raw).toBe(one!.raw);
    expect(two!.mail.messageId).toBe(`<${sent!.mailId}@keyholder.example>`);
    dead.letGo();
  });

  it('cannot mark what another one has taken over', async () => {
    const [early, late] = [standingStill(smtp()), standingStill(smtp())];
    const first = await desk.worker(early.mailer);
    const [sent] = await desk.invite(['alex@yourteam.com']);
    await expect.poll(() => office.received.length, soon).toBe(1);
    await first.stop(0);
    await desk.worker(late.mailer);
    await expect.poll(() => office.received.length, soon).toBe(2);
    early.letGo();
    // Long enough for the first process to have tried.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await desk.mail(sent!.mailId)).toMatchObject({ state: 'queued', attempt: 2 });
    late.letGo();
    await expect.poll(async () => (await desk.mail(sent!.mailId)).state, soon).toBe('sent');
  });
});

describe('a server that hangs', () => {
  it('holds no database connection: commands go on beside forty waiting deliveries [R26]', async () => {
    office.answer = () => new Promise(() => {});
    const narrow = connect({ url: desk.url, applicationName: 'narrow', max: 1, maxWaitMs: 200 });
    await desk.worker(smtp(), { database: narrow });
    const sent = await desk.invite(Array.from({ length: 40 }, (_, index) => `person${index}@yourteam.com`));
    const claimed = () => desk.owner.sql`select 1 from mail where attempt = 1`;
    await expect.poll(async () => (await claimed()).length, soon).toBe(sent.length);
    for (let index = 0; index < 20; index += 1) {
      const started = performance.now();
      await narrow.read((db) => db.execute('select 1'));
      expect(performance.now() - started).toBeLessThan(200);
    }
    expect(await desk.states()).toEqual({ queued: 40 });
    await narrow.close();
  });
});

describe('a database that is away for a moment', () => {
  it('after the server took the mail does not make it be sent twice', async () => {
    const slow = standingStill(smtp());
    const own = connect({ url: desk.url, applicationName: 'own', max: 2 });
    let away = false;
    await desk.worker(slow.mailer, {
      database: {
        ...own,
        transaction: (work) =>
          away ? Promise.reject(new Error('the database is away')) : own.transaction(work),
      },
    });
    const [sent] = await desk.invite(['alex@yourteam.com']);
    await expect.poll(() => office.received.length, soon).toBe(1);
    away = true;
    slow.letGo();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await desk.mail(sent!.mailId)).toMatchObject({ state: 'queued' });
    away = false;
    await expect.poll(async () => (await desk.mail(sent!.mailId)).state, soon).toBe('sent');
    expect(office.received).toHaveLength(1);
    await own.close();
  });
});
