import { randomBytes } from 'node:crypto';
import { newId } from '@keyholder/db';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSmtpMailer } from './smtp-mailer.ts';
import { smtpServerOf } from './smtp-server.ts';
import { openMailDesk } from './testing/mail-desk.ts';
import type { MailDesk } from './testing/mail-desk.ts';
import { openPostOffice } from './testing/post-office.ts';
import type { PostOffice } from './testing/post-office.ts';
import { SAMPLES } from './testing/samples.ts';

const soon = { timeout: 20_000, interval: 50 };
let desk: MailDesk;
let office: PostOffice;
beforeAll(async () => {
  desk = await openMailDesk(inject('testServer'));
  office = await openPostOffice();
  const server = smtpServerOf(office.url, () => true);
  await desk.worker(createSmtpMailer({ server, host: 'keyholder.example' }));
});
afterAll(async () => {
  await desk.close();
  await office.close();
});

const finished = (id: string) => expect.poll(async () => (await desk.mail(id)).state, soon);
const later = () => (office.verdict = () => '451 4.7.1 try again later');
const now = () => (office.verdict = () => null);
const waits = (id: string) => expect.poll(async () => (await desk.mail(id)).reason, soon).not.toBe(null);

let number = 0;
async function invited() {
  now();
  const [sent] = await desk.invite([`person-${(number += 1)}@yourteam.com`]);
  await finished(sent!.mailId).toBe('sent');
  return sent!;
}
const resend = (ref: string) =>
  desk.owner.sql.begin(async (tx) => {
    const mailId = newId();
    await tx`insert into mail (id, account_id, kind, ref, generation, recipient, data, state, created_at)
             select ${mailId}, account_id, kind, ref, 2, recipient, data, 'sent', now() from mail
             where ref = ${ref} and kind = 'invitation'`;
    await tx`insert into invitation_send (id, account_id, invitation_id, seq, nonce, sent_at, mail_id)
             values (${newId()}, ${desk.accountId}, ${ref}, 2, ${randomBytes(32)}, clock_timestamp(), ${mailId})`;
    await tx`update invitation set sent_at = clock_timestamp(), expires_at = clock_timestamp() + interval '2 days' where id = ${ref}`;
  });
const revoke = (ref: string) =>
  desk.owner.sql`update invitation set state = 'revoked', answered_at = now() where id = ${ref}`;
const expire = (ref: string) =>
  desk.owner
    .sql`update invitation set sent_at = sent_at - interval '3 days', expires_at = clock_timestamp() where id = ${ref}`;

describe('a nudge [R26, R28]', () => {
  it('carries the link of the newest send', async () => {
    const { invitationId, email } = await invited();
    const id = await desk.record('invitation_nudge', email, SAMPLES.invitation_nudge, invitationId);
    await finished(id).toBe('sent');
    const links = office.received.flatMap(({ to, mail }) =>
      to.includes(email) ? /\S+\/invitation#\S+/.exec(mail.text!)![0] : [],
    );
    expect([links.length, new Set(links).size]).toEqual([2, 1]);
  });

  it.each(Object.entries({ resend, revoke, expire }))(
    'is not sent after a %s that overtook it',
    async (_, move) => {
      const { invitationId, email } = await invited();
      later();
      const id = await desk.record('invitation_nudge', email, SAMPLES.invitation_nudge, invitationId);
      await waits(id);
      await move(invitationId);
      now();
      await finished(id).toBe('dropped');
    },
  );
});

describe('the notice that nobody answered [R26, R28]', () => {
  const notice = async (ref: string) => {
    later();
    const id = await desk.record('invitation_expired', 'sarah@yourteam.com', SAMPLES.invitation_expired, ref);
    return id;
  };

  it('is sent while it is true', async () => {
    const { invitationId } = await invited();
    await expire(invitationId);
    const id = await notice(invitationId);
    now();
    await finished(id).toBe('sent');
  });

  it.each(Object.entries({ resend, revoke }))('is not sent after a %s that overtook it', async (_, move) => {
    const { invitationId } = await invited();
    await expire(invitationId);
    const id = await notice(invitationId);
    await waits(id);
    await move(invitationId);
    now();
    await finished(id).toBe('dropped');
  });
});

describe('the notice of the end of access [R26, R34]', () => {
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 86_400_000);

  it.each([
    ['is sent while the date stands', nothing, 'sent'],
    ['is not sent when the date was moved', moved, 'dropped'],
    ['is not sent when the person was removed', removed, 'dropped'],
  ] as const)('%s', async (_, move, end) => {
    const ref = newId();
    await desk.owner.sql`delete from access_end_step`;
    await desk.owner.sql`delete from site_member`;
    await desk.owner
      .sql`insert into site_member (account_id, site_id, user_id, role, joined_at, access_until, source, changed_at)
           values (${desk.accountId}, ${desk.siteId}, ${desk.sarah}, 'developer', now(), ${until}, 'assigned', now())`;
    await desk.owner
      .sql`insert into access_end_step (id, account_id, site_id, user_id, access_until, step, taken_at)
           values (${ref}, ${desk.accountId}, ${desk.siteId}, ${desk.sarah}, ${until}, 'day', now())`;
    later();
    const id = await desk.record('access_ends', 'sarah@yourteam.com', SAMPLES.access_ends, ref);
    await waits(id);
    await move();
    now();
    await finished(id).toBe(end);
  });
  async function nothing() {}
  async function moved() {
    await desk.owner.sql`update site_member set access_until = access_until + interval '1 day'`;
  }
  async function removed() {
    await desk.owner.sql`delete from site_member`;
  }
});
