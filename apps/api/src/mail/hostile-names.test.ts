import { newId } from '@keyholder/db';
import { canonicalEmail } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressed } from './addressed.ts';
import type { MailFacts, MailKind } from './new-mail.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { smtpServerOf } from './smtp-server.ts';
import { openPostOffice } from './testing/post-office.ts';
import type { PostOffice, Received } from './testing/post-office.ts';
import { SAMPLES } from './testing/samples.ts';
import { writeLetter } from './write-letter.ts';
import type { Mailer } from './mailer.ts';

const LINK = 'https://keyholder.example/invitation#TOKEN';
const HOSTILE = {
  markup: '<script>alert(1)</script><a href="https://evil.test">here</a>',
  attribute: '" onmouseover="alert(1)" x="',
  address: 'Your account is blocked, visit https://evil.test now',
  'bare host': 'www.evil.test/login',
  'dots of other scripts': 'evil\u3002test evil\uff0etest',
  'mail address': 'security@bank.test',
  'further recipient': 'Ann\r\nBcc: victim@evil.test\r\nSubject: changed',
  'encoded line break': 'Ann%0d%0aBcc: victim@evil.test',
  'unicode line break': 'Ann\u2028Bcc: victim@evil.test\u2029x\u0085y',
  'zero byte and bidi': 'Ann\u0000\u202egnp.exe\u2066\u200b',
  'angle address': 'Ann <victim@evil.test>, Bob',
  'encoded word': '=?utf-8?Q?=0D=0ABcc:_victim=40evil.test?=',
  'lone surrogate': 'Ann \ud800',
  'five thousand characters': 'Northwind '.repeat(500),
  'stacked marks': `a${'\u0301'.repeat(5_000)}`,
  emoji: '👩‍👩‍👧‍👦'.repeat(200),
};

let office: PostOffice;
let mailer: Mailer;
beforeAll(async () => {
  office = await openPostOffice();
  mailer = createSmtpMailer({ server: smtpServerOf(office.url, () => true), host: 'keyholder.example' });
});
afterAll(async () => {
  mailer.close();
  await office.close();
});

const isAddress = (text: unknown): boolean => typeof text === 'string' && canonicalEmail(text) === text;

/** Every text in the facts replaced, as if it had been forced into the database; a good address is no attack. */
const poison = (facts: unknown, text: string): unknown => {
  if (typeof facts === 'string') return /^\d{4}-|^\/|^[a-z_]+$/.test(facts) ? facts : text;
  if (Array.isArray(facts)) return facts.map((one) => poison(one, text));
  if (typeof facts === 'object' && facts !== null)
    return Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [
        key,
        key === 'email' && isAddress(value) && isAddress(text) ? value : poison(value, text),
      ]),
    );
  return facts;
};

async function deliver(kind: MailKind, text: string): Promise<Received> {
  const facts = poison(SAMPLES[kind], text) as MailFacts[typeof kind];
  const letter = writeLetter(kind, facts, { recipient: 'alex@yourteam.com', link: LINK });
  const mail = { id: newId(), recipient: 'alex@yourteam.com', createdAt: new Date(0) };
  await mailer.send(await addressed(letter, mail, 'post@keyholder.example'), new AbortController().signal);
  return office.received.at(-1)!;
}

const headerLines = (raw: string, name: string) =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name}:`));

describe.each(Object.keys(SAMPLES) as MailKind[])('hostile names in the mail %s [R27]', (kind) => {
  it.each(Object.entries(HOSTILE))(
    '%s: one subject, one sender, one recipient, no foreign link',
    async (_what, text) => {
      const { to, from, raw, mail } = await deliver(kind, text);
      expect({ from, to }).toEqual({ from: 'post@keyholder.example', to: ['alex@yourteam.com'] });
      for (const name of ['subject', 'from', 'to', 'message-id', 'date'])
        expect(headerLines(raw, name)).toHaveLength(1);
      expect(headerLines(raw, 'reply-to').length).toBeLessThanOrEqual(1);
      for (const name of ['cc', 'bcc', 'sender']) expect(headerLines(raw, name)).toEqual([]);
      expect(mail.to).toHaveLength(1);
      expect(mail.from).toMatchObject({ address: 'post@keyholder.example' });
      expect(mail.from?.name).not.toMatch(/[<>@]/);
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\u2066]/u);
      expect([...(mail.subject ?? '')].length).toBeLessThan(1_000);

      // The title repeats the subject, and nobody makes links of either.
      const html = (mail.html ?? '').replace(/<title>[^<]*<\/title>/, '');
      expect(
        [...html.matchAll(/href\s*=\s*"([^"]*)"/g)].map(([, link]) => link).filter((link) => link !== LINK),
      ).toEqual([]);
      expect(html).not.toMatch(/<script|<a href="https:\/\/evil|<[^>]*\sonmouseover/);
      expect(html).not.toMatch(/\u202e|\u2066|\u2028/);
      // A mail program makes a link only of a host without gaps.
      for (const part of [html, mail.text ?? '']) expect(part).not.toMatch(/(evil|bank)[.\u3002\uff0e]test/);
      expect(html.length).toBeLessThan(20_000);
      expect(raw.length).toBeLessThan(60_000);
    },
  );
});
