import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To a site's Owners: the account owner or an admin gave themselves a role there [R3]. */
export function selfAssigned(facts: MailFacts['self_assigned'], occasion: Occasion): Letter {
  const person = bodyName(facts.person.name);
  const site = bodyName(facts.siteName);
  const role = roleLine(facts.role, facts.siteName);
  return notice(
    {
      subject: `${headerName(facts.person.name)} is now ${role.label} of ${headerName(facts.siteName)}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.person,
      heading: `${person} is now ${role.label} of ${site}`,
      lead: `${person} (${bodyAddress(facts.person.email)}) manages people in ${bodyName(facts.accountName)} and gave this role to themselves.`,
      facts: [
        ['Account', bodyName(facts.accountName)],
        ['Site', site],
        ['Role', `${role.label}.`, ...role.sentences],
      ],
      closing: `You get this email because you are an Owner of ${site}. If it is not what you expected, ask ${person}; the change is in the audit log.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you are an Owner of ${site}.`,
    },
    occasion,
  );
}
