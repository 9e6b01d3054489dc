import type { Letter, Occasion } from '../letter.ts';
import { lifetime } from '../moment.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the inviter: the link had expired and the person asks for another. Only the inviter can send one. */
export function newLinkRequested(facts: MailFacts['new_link_requested'], occasion: Occasion): Letter {
  const place = facts.siteName ?? facts.accountName;
  const address = bodyAddress(facts.email);
  return notice(
    {
      subject: `${headerName(facts.email)} asked for a new link to ${headerName(place)}`,
      onBehalfOf: facts.accountName,
      replyTo: null,
      heading: `${address} asked for a new link to ${bodyName(place)}`,
      lead: 'The link of your invitation had expired when they opened it.',
      facts: [...placeFacts(facts), ['Role offered', roleLine(facts.role, facts.siteName).label]],
      action: { label: 'Open the invitation', text: 'Open the invitation' },
      closing: `Choose Resend there to send a fresh link that works for ${lifetime(facts.siteName === null ? 'account' : 'site')}. If you no longer want to invite ${address}, choose Revoke. Nothing happens until you do one of them.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you sent this invitation.`,
    },
    occasion,
  );
}
