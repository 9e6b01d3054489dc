import type { Letter, Occasion } from '../letter.ts';
import { inUtc } from '../moment.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the admin to whom the owner offers the account [R12]. */
export function ownershipOffered(facts: MailFacts['ownership_offered'], occasion: Occasion): Letter {
  const owner = bodyName(facts.owner.name);
  const account = bodyName(facts.accountName);
  return notice(
    {
      subject: `${headerName(facts.owner.name)} offers you the ownership of ${headerName(facts.accountName)}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.owner,
      heading: `${owner} offers you the ownership of ${account}`,
      lead: `If you accept, you become the account owner and ${owner} (${bodyAddress(facts.owner.email)}) becomes an admin.`,
      facts: [
        ['Account', account],
        ['Valid', `until ${inUtc(facts.expiresAt)}`],
      ],
      action: { label: 'Review the offer', text: 'Review the offer' },
      closing: `Opening the link does not accept anything; nothing changes until you choose Accept. If you do not want it, do nothing, or tell ${owner}.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you are an admin of ${account}.`,
    },
    occasion,
  );
}
