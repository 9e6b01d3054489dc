import type { Letter, Occasion } from '../letter.ts';
import { inUtc } from '../moment.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the invitee who has not answered: the same link once more, for as long as it works anyway [R28]. */
export function invitationNudge(facts: MailFacts['invitation_nudge'], occasion: Occasion): Letter {
  const { accountName, siteName, invitedBy } = facts;
  const inviter = bodyName(invitedBy.name);
  const role = roleLine(facts.role, siteName);
  return notice(
    {
      subject: `Reminder: ${headerName(accountName)} invited you to ${siteName === null ? 'its account' : headerName(siteName)}`,
      onBehalfOf: accountName,
      replyTo: invitedBy,
      heading: `Your invitation to ${bodyName(siteName ?? accountName)} is still open`,
      lead: `${inviter} (${bodyAddress(invitedBy.email)}) invited you as ${role.label} and has no answer yet. This is the link that you were sent before.`,
      facts: [
        ...placeFacts(facts),
        ['Your role', `${role.label}.`, ...role.sentences],
        ['Link works', `until ${inUtc(facts.expiresAt)}`],
      ],
      action: { label: 'Review invitation', text: 'Review the invitation' },
      closing: `Opening the link does not accept anything. Did not expect this? You can ignore this email; nothing happens unless you accept. To say no, open the link and choose Decline; ${inviter} is told.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because ${inviter} entered this address.`,
    },
    occasion,
  );
}
