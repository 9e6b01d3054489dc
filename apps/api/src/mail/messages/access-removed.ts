import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the person who lost access, with whom to ask [R30, R31]. */
export function accessRemoved(facts: MailFacts['access_removed'], occasion: Occasion): Letter {
  const place = facts.siteName ?? facts.accountName;
  const by = bodyName(facts.removedBy.name);
  const rest =
    facts.siteName === null
      ? 'This covers the account and all of its sites. Other accounts you belong to are not affected.'
      : 'Your access to other sites is not affected.';
  return notice(
    {
      subject: `You no longer have access to ${headerName(place)}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.removedBy,
      heading: `You no longer have access to ${bodyName(place)}`,
      lead: `${by} (${bodyAddress(facts.removedBy.email)}) removed your access. ${rest}`,
      facts: placeFacts(facts),
      closing: `If you think this is a mistake, ask ${by}: reply to this email.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you had access to ${bodyName(place)}.`,
    },
    occasion,
  );
}
