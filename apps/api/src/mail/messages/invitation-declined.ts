import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, bodyNote, headerName } from '../safe-text.ts';

/** To the inviter: the person said no, perhaps why [R18]. */
export function invitationDeclined(facts: MailFacts['invitation_declined'], occasion: Occasion): Letter {
  const place = facts.siteName ?? facts.accountName;
  const address = bodyAddress(facts.email);
  const reason = facts.reason === null ? '' : bodyNote(facts.reason);
  return notice(
    {
      subject: `${headerName(facts.email)} declined the invitation to ${headerName(place)}`,
      onBehalfOf: facts.accountName,
      replyTo: null,
      heading: `${address} declined the invitation to ${bodyName(place)}`,
      lead: 'The invitation is closed, its link no longer works, and nobody was given access.',
      facts: [
        ...placeFacts(facts),
        ['Role offered', roleLine(facts.role, facts.siteName).label],
        ['Reason', reason === '' ? 'None given' : reason],
      ],
      closing: 'You can invite the same address again.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you sent this invitation.`,
    },
    occasion,
  );
}
