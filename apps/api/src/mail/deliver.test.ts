import { randomBytes } from 'node:crypto';
import { newId } from '@keyholder/db';
import { invitation, invitationSend, mail as mailTable } from '@keyholder/db/schema';
import type { EmailAddress } from '@keyholder/domain';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSmtpMailer } from './smtp-mailer.ts';
import { smtpServerOf } from './smtp-server.ts';
import { APP_URL, MAIL_FROM, openMailDesk } from './testing/mail-desk.ts';
import type { MailDesk } from './testing/mail-desk.ts';
import { openPostOffice } from './testing/post-office.ts';
import type { PostOffice } from './testing/post-office.ts';

const soon = { timeout: 15_000, interval: 50 };
let desk: MailDesk;
let office: PostOffice;

beforeAll(async () => {
  desk = await openMailDesk(inject('testServer'));
  office = await openPostOffice();
  const server = smtpServerOf(office.url, () => true);
  await desk.worker(createSmtpMailer({ server, host: 'keyholder.example' }), {
    verificationLink: `${APP_URL}/verify#one-time`,
  });
});
afterAll(async () => {
  await desk.close();
  await office.close();
});
afterEach(() => {
  office.received.length = 0;
  office.offered.length = 0;
  office.answer = () => null;
  office.verdict = () => null;
});

const received = (address: string) => office.received.filter(({ to }) => to.includes(address));
const finished = (mailId: string) => expect.poll(async () => (await desk.mail(mailId)).state, soon);

describe('a mail that is sent', () => {
  it('reaches one recipient, from the account by way of Keyholder, with replies to the inviter [R27]', async () => {
    const [sent] = await desk.invite(['alex@yourteam.com']);
    await finished(sent!.mailId).toBe('sent');
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
    expect(await desk.mail(sent!.mailId)).toMatchObject({ state: 'sent', reason: null, attempt: 1 });
  });

  it('carries the link that this send of the invitation makes, and nothing stored knows it [R19]', async () => {
    const [sent] = await desk.invite(['link@yourteam.com']);
    await finished(sent!.mailId).toBe('sent');
    const [send] = await desk.database.read((db) =>
      db.select().from(invitationSend).where(eq(invitationSend.invitationId, sent!.invitationId)),
    );
    const link = desk.links.linkFor(sent!.invitationId, send!.nonce);
    const { mail } = received('link@yourteam.com')[0]!;
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    const jobs = await desk.owner.sql`select data::text, output::text from pgboss.job`;
    expect(JSON.stringify([await desk.mail(sent!.mailId), jobs])).not.toContain(link.split('.').at(-1));
  });

  it('tells open pages that the row has changed [R26]', async () => {
    const heard: unknown[] = [];
    const listening = await desk.owner.sql.listen('keyholder', (text) => heard.push(JSON.parse(text)));
    const [sent] = await desk.invite(['live@yourteam.com']);
    await finished(sent!.mailId).toBe('sent');
    await expect
      .poll(() => heard, soon)
      .toContainEqual({
        ...{ event: 'invitation.delivery_changed', id: sent!.invitationId },
        ...{ accountId: desk.accountId, siteId: desk.siteId },
      });
    await listening.unlisten();
  });

  it('leads to the page of the Dashboard for verifying an address', async () => {
    const id = await desk.record('verification', 'new@yourteam.com', {}, newId());
    await finished(id).toBe('sent');
    const { mail } = received('new@yourteam.com')[0]!;
    expect(mail.from).toMatchObject({ name: 'Keyholder', address: MAIL_FROM });
    expect(mail.text).toContain(`${APP_URL}/verify#one-time`);
  });

  it('is not sent when there is nothing left to reset', async () => {
    const id = await desk.record('password_reset', 'gone@yourteam.com', {}, newId());
    await finished(id).toBe('dropped');
    expect(received('gone@yourteam.com')).toEqual([]);
  });
});

describe('a refusal', () => {
  it('with 4xx is tried again until it is taken, each time the very same message [R26]', async () => {
    const attempts: string[] = [];
    office.verdict = () => (attempts.push('seen') < 3 ? '451 4.7.1 try again later' : null);
    const [sent] = await desk.invite(['grey@yourteam.com']);
    await expect
      .poll(() => desk.mail(sent!.mailId), soon)
      .toMatchObject({ state: 'queued', reason: 'the mail server asks to try later (451)' });
    await finished(sent!.mailId).toBe('sent');
    expect(await desk.mail(sent!.mailId)).toMatchObject({ reason: null, attempt: 3 });
    expect(received('grey@yourteam.com')).toHaveLength(1);
    const [first, ...others] = office.offered;
    expect(others).toEqual([first, first]);
  });

  it('with 5xx is final, says why in plain words, and holds nobody else up [R26]', async () => {
    office.answer = (address) => (address.startsWith('nobody') ? '550 5.1.1 no such user' : null);
    const [first, refused, last] = await desk.invite([
      'a@yourteam.com',
      'nobody@yourteam.com',
      'b@yourteam.com',
    ]);
    await finished(refused!.mailId).toBe('failed');
    expect(await desk.mail(refused!.mailId)).toMatchObject({ reason: 'no such mailbox', attempt: 1 });
    await finished(first!.mailId).toBe('sent');
    await finished(last!.mailId).toBe('sent');
  });

  it('that lasts for 24 hours is final', async () => {
    office.verdict = () => '451 4.7.1 try again later';
    const [sent] = await desk.invite(['old@yourteam.com']);
    await expect.poll(async () => (await desk.mail(sent!.mailId)).reason, soon).not.toBe(null);
    await desk.owner
      .sql`update mail set created_at = created_at - interval '24 hours' where id = ${sent!.mailId}`;
    await finished(sent!.mailId).toBe('failed');
    expect((await desk.mail(sent!.mailId)).finishedAt).toBeInstanceOf(Date);
  });

  it('of our own making is tried again: another version may know the kind', async () => {
    const id = await desk.record('verification', 'kind@yourteam.com', {}, newId());
    await finished(id).toBe('sent');
    const unknown = newId();
    await desk.database.transaction(async (tx) => {
      const row = {
        kind: 'from_the_future',
        ref: newId(),
        generation: 1,
        recipient: 'kind@yourteam.com' as EmailAddress,
      };
      await tx.insert(mailTable).values({ ...row, id: unknown, data: {}, createdAt: new Date() });
      await desk.enqueueMails(tx, [unknown]);
    });
    await expect.poll(() => desk.mail(unknown), soon).toMatchObject({ state: 'queued', attempt: 2 });
    await desk.owner.sql`update mail set state = 'dropped' where id = ${unknown}`;
  });
});

describe('a mail whose invitation has moved on while it waited is not sent [R26]', () => {
  const id = () => newId();
  const moves: Record<string, (invitationId: string) => Promise<unknown>> = {
    revoked: (ref) =>
      desk.owner.sql`update invitation set state = 'revoked', answered_at = now() where id = ${ref}`,
    accepted: (ref) =>
      desk.owner
        .sql`update invitation set state = 'accepted', answered_at = now(), accepted_by = ${desk.sarah} where id = ${ref}`,
    expired: (ref) =>
      desk.owner
        .sql`update invitation set sent_at = sent_at - interval '3 days', expires_at = clock_timestamp() where id = ${ref}`,
    resent: (ref) =>
      desk.owner.sql.begin(async (tx) => {
        const mailId = id();
        await tx`insert into mail (id, account_id, kind, ref, generation, recipient, data, state, created_at)
               select ${mailId}, account_id, kind, ref, 2, recipient, data, 'sent', now() from mail where ref = ${ref}`;
        await tx`insert into invitation_send (id, account_id, invitation_id, seq, nonce, sent_at, mail_id)
               values (${id()}, ${desk.accountId}, ${ref}, 2, ${randomBytes(32)}, now(), ${mailId})`;
      }),
  };

  it.each(Object.keys(moves))('%s', async (move) => {
    office.verdict = () => '451 4.7.1 try again later';
    const address = `${move}@yourteam.com`;
    const [sent] = await desk.invite([address]);
    await expect.poll(async () => (await desk.mail(sent!.mailId)).reason, soon).not.toBe(null);
    await moves[move]!(sent!.invitationId);
    office.verdict = () => null;
    await finished(sent!.mailId).toBe('dropped');
    expect(await desk.mail(sent!.mailId)).toMatchObject({ reason: 'no longer current' });
    expect(received(address)).toEqual([]);
  });

  it('while the invitation itself is left as it was', async () => {
    const [sent] = await desk.invite(['same@yourteam.com']);
    await finished(sent!.mailId).toBe('sent');
    const [row] = await desk.database.read((db) =>
      db.select().from(invitation).where(eq(invitation.id, sent!.invitationId)),
    );
    expect(row).toMatchObject({ state: 'pending', email: 'same@yourteam.com' });
  });
});
