import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the person whose role is another now [R29]. */
export function roleChanged(facts: MailFacts['role_changed'], occasion: Occasion): Letter {
  const place = facts.siteName ?? facts.accountName;
  const from = roleLine(facts.from, facts.siteName);
  const to = roleLine(facts.to, facts.siteName);
  const by = bodyName(facts.changedBy.name);
  return notice(
    {
      subject: `Your role in ${headerName(place)} is now ${to.label}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.changedBy,
      heading: `You are now ${to.label} in ${bodyName(place)}`,
      lead: `${by} (${bodyAddress(facts.changedBy.email)}) changed your role.`,
      facts: [...placeFacts(facts), ['Before', from.label], ['Now', `${to.label}.`, ...to.sentences]],
      closing: `The new role applies at once; you do not need to sign in again. If it is not what you expected, ask ${by}.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you are a member of ${bodyName(place)}.`,
    },
    occasion,
  );
}
