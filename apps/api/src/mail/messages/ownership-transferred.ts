import type { Letter, Occasion } from '../letter.ts';
import type { MailFacts } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { bodyAddress, bodyName, headerName } from '../safe-text.ts';

type Facts = MailFacts['ownership_received'];

const people = ({ accountName, from, to }: Facts): [string, string][] => [
  ['Account', bodyName(accountName)],
  ['New owner', `${bodyName(to.name)} (${bodyAddress(to.email)})`],
  ['Former owner', `${bodyName(from.name)} (${bodyAddress(from.email)}), now an admin`],
];

/** To the new owner [R12]. */
export const ownershipReceived = (facts: Facts, occasion: Occasion): Letter =>
  notice(
    {
      subject: `You now own ${headerName(facts.accountName)}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.from,
      heading: `You now own ${bodyName(facts.accountName)}`,
      lead: `You accepted the ownership that ${bodyName(facts.from.name)} offered you.`,
      facts: people(facts),
      closing:
        'From now on the plan and the next transfer are yours to decide. If you did not accept this yourself, change your password and answer this email.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you are the owner of ${bodyName(facts.accountName)}.`,
    },
    occasion,
  );

/** To the former owner [R12]. */
export const ownershipHandedOver = (facts: Facts, occasion: Occasion): Letter =>
  notice(
    {
      subject: `${headerName(facts.to.name)} now owns ${headerName(facts.accountName)}`,
      onBehalfOf: facts.accountName,
      replyTo: facts.to,
      heading: `${bodyName(facts.to.name)} now owns ${bodyName(facts.accountName)}`,
      lead: `${bodyName(facts.to.name)} accepted your offer. You are an admin now.`,
      facts: people(facts),
      closing: `Only ${bodyName(facts.to.name)} can give the ownership back. If you did not offer it, answer this email at once.`,
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because you were the owner of ${bodyName(facts.accountName)}.`,
    },
    occasion,
  );
