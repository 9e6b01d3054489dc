import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { roleLine } from '../role-line.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** More would make the mail longer than some programs show. */
const MOST_SITES = 20;

/** To a person of the account who was given sites without an invitation [R35]. */
export function sitesAssigned(facts: MailFacts['sites_assigned'], occasion: Occasion): Letter {
  const by = bodyName(facts.assignedBy.name);
  const [only, ...others] = facts.sites;
  const what = only && others.length === 0 ? headerName(only.name) : `${facts.sites.length} sites`;
  const left = facts.sites.length - MOST_SITES;
  return notice(
    {
      subject: `${headerName(facts.accountName)} gave you access to ${what}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.assignedBy,
      heading:
        only && others.length === 0
          ? `You now have access to ${bodyName(only.name)}`
          : `You now have access to ${what}`,
      lead: `${by} (${bodyAddress(facts.assignedBy.email)}) gave you access. You can start at once; there is nothing to accept.`,
      facts: [
        ['Account', bodyName(facts.accountName)],
        ...facts.sites.slice(0, MOST_SITES).map(({ name, role }): [string, ...string[]] => {
          const line = roleLine(role, name);
          return [line.label, bodyName(name), ...(facts.sites.length <= 3 ? line.sentences : [])];
        }),
        ...(left > 0 ? [['And', `${left} more sites`] satisfies [string, string]] : []),
      ],
      action: {
        label: only && others.length === 0 ? 'Open the site' : 'Open your sites',
        text: 'Open Keyholder',
      },
      closing: `If this is not what you expected, ask ${by}.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you belong to ${bodyName(facts.accountName)}.`,
    },
    occasion,
  );
}
