import type { Letter, Occasion } from '../letter.ts';
import { inUtc, lifetime } from '../moment.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the inviter: nobody answered in time [R28]. */
export function invitationExpired(facts: MailFacts['invitation_expired'], occasion: Occasion): Letter {
  const place = facts.siteName ?? facts.accountName;
  const address = bodyAddress(facts.email);
  const valid = lifetime(facts.siteName === null ? 'account' : 'site');
  return notice(
    {
      subject: `${headerName(facts.email)} did not answer the invitation to ${headerName(place)}`,
      onBehalfOf: facts.accountName,
      replyTo: null,
      heading: `${address} did not answer the invitation to ${bodyName(place)}`,
      lead: 'The link has expired, and nobody was given access. The invitation stays in Pending until you decide.',
      facts: [
        ...placeFacts(facts),
        ['Role offered', roleLine(facts.role, facts.siteName).label],
        ['Link worked', `until ${inUtc(facts.expiresAt)}`],
      ],
      action: { label: 'Open the invitation', text: 'Open the invitation' },
      closing: `Choose Resend there to send a fresh link that works for ${valid}. If you no longer want to invite ${address}, choose Revoke. This is the only email about it.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you sent this invitation.`,
    },
    occasion,
  );
}
