import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import type { AccountRole, SiteRole } from '@keyholder/domain';
import { describe, expect, it } from 'vitest';
import type { Letter } from './letter.ts';
import type { MailFacts, MailKind } from './new-mail.ts';
import { SAMPLES } from './testing/samples.ts';
import { writeLetter } from './write-letter.ts';

const LINK = 'https://keyholder.example/invitation#TOKEN';
const write = <Kind extends MailKind>(kind: Kind, facts: MailFacts[Kind]) =>
  writeLetter(kind, facts, { recipient: 'alex@yourteam.com', link: LINK });
const KINDS = Object.keys(SAMPLES) as MailKind[];
const sample = (kind: MailKind): Letter => write(kind, SAMPLES[kind]);

/** What a reader sees of the HTML part. */
async function seen(letter: Letter): Promise<string> {
  const markup = String(await letter.html).replace(/^[\s\S]*<body/, '<body');
  return flat(
    markup
      .replace(/<[^>]+>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  );
}
const flat = (text: string) => text.replace(/\s+/g, ' ').replace(/ ([.,;:])/g, '$1');

describe('the invitation to a site', () => {
  it('says it all in plain words [R27]', () => {
    const { subject, text } = write('invitation', { ...SAMPLES.invitation, note: null });
    expect(subject).toBe('Bright Lines Agency invited you to Northwind Coffee');
    expect(text).toBe(`Bright Lines Agency invited you to Northwind Coffee

Sarah Chen (sarah@yourteam.com) invited you to help with this site.

Account:    Bright Lines Agency
Site:       Northwind Coffee
Your role:  Content Editor
            You can write, edit and publish pages and posts.
            You cannot change site settings or manage people.
Link works: until Sunday 22 November 2026, 01:14 UTC
            (48 hours after this email was sent)

Review the invitation:
${LINK}

Opening the link does not accept anything. You decide on the next page.

Did not expect this? You can ignore this email; nothing happens unless
you accept. To say no, open the link and choose Decline; Sarah Chen is
told.

Sent to alex@yourteam.com by Keyholder because Sarah Chen entered this
address.
`);
  });

  it('says the same in both parts [R27]', async () => {
    const letter = sample('invitation');
    const facts = [
      ...[
        'Bright Lines Agency',
        'Northwind Coffee',
        'Content Editor',
        'Sarah Chen (sarah@yourteam.com)',
        LINK,
      ],
      ...[
        'You can write, edit and publish pages and posts.',
        'You cannot change site settings or manage people.',
      ],
      ...['Sunday 22 November 2026, 01:14 UTC', '48 hours after this email was sent', 'See you on Monday.'],
      ...[
        'Opening the link does not accept anything',
        'You can ignore this email',
        'choose Decline',
        'alex@yourteam.com',
      ],
    ];
    const [text, html] = [flat(letter.text), await seen(letter)];
    for (const fact of facts)
      expect({ fact, text: text.includes(fact), html: html.includes(fact) }).toEqual({
        fact,
        text: true,
        html: true,
      });
  });

  it('after a resend stands out as a new one, and says that earlier links are dead [R15]', async () => {
    const letter = write('invitation', { ...SAMPLES.invitation, resent: true });
    expect(letter.subject).toBe('New link: Bright Lines Agency invited you to Northwind Coffee');
    expect(letter.text).toContain('Earlier ones no longer work.');
    expect(await seen(letter)).toContain('Earlier ones no longer work.');
  });

  it.each(SITE_ROLES)('has words for the role %s', async (role: SiteRole) => {
    const letter = write('invitation', { ...SAMPLES.invitation, role });
    expect(letter.text).toMatch(/You can /);
    expect(await seen(letter)).toMatch(/Your role .*You can /);
  });
});

describe('the invitation to the account', () => {
  const toAccount = { ...SAMPLES.invitation, siteName: null, expiresAt: '2026-11-27T01:14:00.000Z' };

  it.each(ACCOUNT_ROLES)('works for 7 days and has words for the role %s', async (role: AccountRole) => {
    const letter = write('invitation', { ...toAccount, role });
    expect(letter.text).toContain('until Friday 27 November 2026, 01:14 UTC');
    expect(letter.text).toContain('7 days after this email was sent');
    expect(letter.text).not.toContain('Site:');
    expect(await seen(letter)).toContain('Join Bright Lines Agency as');
  });
});

describe.each(KINDS)('the mail %s', (kind) => {
  it('reads as before, in both parts', async () => {
    const { subject, text, html } = sample(kind);
    await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(
      `./testing/snapshots/${kind}.txt.snap`,
    );
    await expect(String(await html)).toMatchFileSnapshot(`./testing/snapshots/${kind}.html.snap`);
  });

  it('has the same facts in both parts', async () => {
    const letter = sample(kind);
    const [text, html] = [flat(letter.text), await seen(letter)];
    const facts = values(SAMPLES[kind])
      .filter((value) => !/^\d{4}-|^\/|^[a-z_]+$/.test(value))
      .map(flat);
    for (const fact of facts)
      expect({ fact, text: text.includes(fact), html: html.includes(fact) }).toEqual({
        fact,
        text: true,
        html: true,
      });
  });

  it('has at most one link, fetches nothing and is small', async () => {
    const html = String(await sample(kind).html);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links.filter((link) => link !== LINK)).toEqual([]);
    expect(links.length).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<img|<script|src=|url\(|@import|<link/);
    expect(html.length).toBeLessThan(20_000);
  });
});

/** All texts in the facts. */
const values = (facts: unknown): string[] =>
  typeof facts === 'string'
    ? [facts]
    : typeof facts === 'object' && facts !== null
      ? Object.values(facts).flatMap(values)
      : [];
