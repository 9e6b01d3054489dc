import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';
import { placeFacts } from '../place.ts';

/** To the inviter: somebody is in. */
export function invitationAccepted(facts: MailFacts['invitation_accepted'], occasion: Occasion): Letter {
  const place = facts.siteName ?? facts.accountName;
  const person = bodyName(facts.person.name);
  const role = roleLine(facts.role, facts.siteName);
  return notice(
    {
      subject: `${headerName(facts.person.name)} joined ${headerName(place)}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.person,
      heading: `${person} joined ${bodyName(place)}`,
      lead: `${person} (${bodyAddress(facts.person.email)}) accepted your invitation and is now ${role.label}.`,
      facts: [...placeFacts(facts), ['Role', role.label]],
      action: { label: 'Open members', text: 'Open members' },
      closing: 'There is nothing left to do. You can change the role or remove the access at any time.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you sent this invitation.`,
    },
    occasion,
  );
}
