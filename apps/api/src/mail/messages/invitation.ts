import { html } from 'hono/html';
import { aside, button, factsTable, page, paragraph, plainLink, quotation, small } from '../layout.ts';
import type { Letter, Occasion } from '../letter.ts';
import { inUtc, lifetime } from '../moment.ts';
import type { InvitationFacts } from '../new-mail.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, bodyNote, headerName } from '../safe-text.ts';
import { textFacts, textPart, wrap } from '../text-layout.ts';

/** The invitation to a site or to the account itself [R27]. */
export function invitation(facts: InvitationFacts, { recipient, link }: Occasion): Letter {
  const { accountName, siteName, invitedBy } = facts;
  const place = siteName ?? accountName;
  const invited = `${headerName(accountName)} invited you to ${siteName === null ? 'its account' : headerName(siteName)}`;
  const account = bodyName(accountName);
  const site = siteName === null ? null : bodyName(siteName);
  const inviter = bodyName(invitedBy.name);
  const role = roleLine(facts.role, siteName);
  const valid = lifetime(siteName === null ? 'account' : 'site');
  const until = inUtc(facts.expiresAt);
  const who = `${inviter} (${bodyAddress(invitedBy.email)}) invited you to ${site === null ? 'work in this account' : 'help with this site'}.`;
  const fresh = facts.resent ? 'This is a new link. Earlier ones no longer work.' : null;
  const note = facts.note === null ? null : bodyNote(facts.note);
  const footer = `Sent to ${bodyAddress(recipient)} by Keyholder because ${inviter} entered this address.`;
  const nothingYet = 'Opening the link does not accept anything. You decide on the next page.';
  return {
    subject: `${facts.resent ? 'New link: ' : ''}${invited}`,
    onBehalfOf: accountName,
    replyTo: invitedBy,
    text: textPart(
      wrap(`${account} invited you to ${site ?? 'its account'}`),
      wrap(who),
      fresh,
      textFacts([
        ['Account', account],
        ...(site === null ? [] : [['Site', site] as const]),
        ['Your role', role.label, ...role.sentences],
        ['Link works', `until ${until}`, `(${valid} after this email was sent)`],
      ]),
      note === null ? null : `${wrap(`${inviter} wrote:`)}\n${wrap(note)}`,
      `Review the invitation:\n${link}`,
      nothingYet,
      wrap(
        `Did not expect this? You can ignore this email; nothing happens unless you accept. To say no, open the link and choose Decline; ${inviter} is told.`,
      ),
      wrap(footer),
    ),
    html: page({
      title: invited,
      preheader: `${inviter} invited you as ${role.label}. The link works for ${valid}.`,
      heading: `Join ${bodyName(place)} as ${role.label}`,
      footer,
      body: [
        paragraph(fresh === null ? who : `${who} ${fresh}`),
        factsTable([
          ['Account', account],
          ...(site === null ? [] : [['Site', site] as const]),
          ['Your role', html`<strong>${role.label}.</strong> ${role.sentences.join(' ')}`],
          [
            'Link works until',
            `${until} (${valid} after this email was sent). The next page shows it in your own time.`,
          ],
        ]),
        note === null ? null : quotation(`${inviter} wrote:`, note),
        button('Review invitation', link),
        small(html`${nothingYet}<br />${plainLink(link)}`),
        aside(
          html`<strong>Did not expect this?</strong> You can ignore this email; nothing happens unless you
            accept. To say no, open the link and choose <strong>Decline</strong>; ${inviter} is told.`,
        ),
      ],
    }),
  };
}
