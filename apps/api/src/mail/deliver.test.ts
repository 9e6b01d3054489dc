import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createSmtpMailer } from './smtp-mailer.ts';
import { smtpServerOf } from './smtp-server.ts';
import { APP_URL, MAIL_FROM, openMailDesk } from './testing/mail-desk.ts';
import type { MailDesk } from './testing/mail-desk.ts';
import { openPostOffice } from './testing/post-office.ts';
import type { PostOffice } from './testing/post-office.ts';
import type { JobQueue } from '../jobs/queue.ts';

const soon = { timeout: 15_000, interval: 50 };
let desk: MailDesk;
let office: PostOffice;
let worker: JobQueue;

const mailerFor = (url: string) =>
  createSmtpMailer({
    server: smtpServerOf(url, () => true),
    host: 'keyholder.example',
    timeouts: { connect: 500, command: 500, total: 1_000 },
  });

beforeAll(async () => {
  desk = await openMailDesk(inject('testServer'));
  office = await openPostOffice();
  worker = await desk.worker(mailerFor(office.url));
});
afterAll(async () => {
  await desk.close();
  await office.close();
});
afterEach(() => {
  office.received.length = 0;
  office.answer = () => null;
  office.verdict = () => null;
});

describe('a mail that is sent', () => {
  it('reaches one recipient, from the account by way of Keyholder, with replies to the inviter [R27]', async () => {
    const [sent] = await desk.invite(['alex@yourteam.com']);
    await expect.poll(() => office.received.length, soon).toBe(1);
    const { from, to, mail, raw } = office.received[0]!;
    expect({ from, to }).toEqual({ from: MAIL_FROM, to: ['alex@yourteam.com'] });
    expect(mail.from).toMatchObject({ name: 'Bright Lines Agency via Keyholder', address: MAIL_FROM });
    expect(mail.to).toMatchObject([{ address: 'alex@yourteam.com' }]);
    expect(mail.replyTo).toMatchObject([{ name: 'Sarah Chen', address: 'sarah@yourteam.com' }]);
    expect(mail.subject).toBe('Bright Lines Agency invited you to Northwind Coffee');
    expect(mail.messageId).toBe(`<${sent!.mailId}@keyholder.example>`);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(new RegExp(`^X-Entity-Ref-ID: ${sent!.mailId}\r$`, 'm'));
    expect(raw).toMatch(/^Content-Language: en\r$/m);
    await expect
      .poll(() => desk.mail(sent!.mailId), soon)
      .toMatchObject({ state: 'sent', reason: null, attempt: 1 });
  });
});
