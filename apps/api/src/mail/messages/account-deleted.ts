import type { Letter, Occasion } from '../letter.ts';
import { inUtc } from '../moment.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

/** To everybody who was in a deleted account, whoever deleted it included. */
export function accountDeleted(facts: MailFacts['account_deleted'], occasion: Occasion): Letter {
  const by = bodyName(facts.deletedBy.name);
  const account = bodyName(facts.accountName);
  const sites = facts.siteCount === 1 ? 'its site' : `its ${facts.siteCount} sites`;
  return notice(
    {
      subject: `${headerName(facts.accountName)} was deleted`,
      onBehalfOf: facts.accountName,
      replyTo: facts.deletedBy,
      heading: `${account} was deleted`,
      lead: `${by} (${bodyAddress(facts.deletedBy.email)}) deleted the account ${facts.siteCount === 0 ? '' : `with ${sites} `}in Keyholder. Nobody can reach it any more, and it cannot be brought back. Other accounts you belong to are not affected.`,
      facts: [
        ['Account', account],
        ['Deleted', inUtc(facts.deletedAt)],
      ],
      closing: `If you think this is a mistake, ask ${by}: reply to this email.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you belonged to ${account}.`,
    },
    occasion,
  );
}
