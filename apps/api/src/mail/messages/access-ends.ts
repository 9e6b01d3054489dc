import type { Letter, Occasion } from '../letter.ts';
import { dayInUtc, inUtc } from '../moment.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { placeFacts } from '../place.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To the person whose access has an end date that comes near: a week and a day before it [R34]. */
export function accessEnds(facts: MailFacts['access_ends'], occasion: Occasion): Letter {
  const site = bodyName(facts.siteName);
  const day = dayInUtc(facts.accessUntil);
  return notice(
    {
      subject: `Your access to ${headerName(facts.siteName)} ends on ${day}`,
      onBehalfOf: facts.accountName,
      replyTo: null,
      heading: `Your access to ${site} ends on ${day}`,
      lead: 'From then on you cannot open this site any more. Your access to other sites is not affected.',
      facts: [
        ...placeFacts(facts),
        ['Your role', roleLine(facts.role, facts.siteName).label],
        ['Access ends', inUtc(facts.accessUntil)],
      ],
      action: { label: 'Open the site', text: 'Open the site' },
      closing:
        'Need it for longer? Ask one of the Owners or Platform Admins of the site; they are listed there under Members and can move the date.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because your access to ${site} has an end date.`,
    },
    occasion,
  );
}
