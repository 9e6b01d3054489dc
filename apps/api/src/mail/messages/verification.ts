import type { Letter, Occasion } from '../letter.ts';
import { IDENTITY_LINK_MS } from '../link-life.ts';
import { inWords } from '../moment.ts';
import { notice } from '../notice.ts';
import { bodyAddress } from '../safe-text.ts';

/** To a new person: is this mailbox theirs? */
export const verification = (_facts: Record<string, never>, occasion: Occasion): Letter =>
  notice(
    {
      subject: 'Confirm your address for Keyholder',
      onBehalfOf: null,
      replyTo: null,
      heading: 'Confirm your address',
      lead: `Somebody signed up for Keyholder as ${bodyAddress(occasion.recipient)}. If that was you, confirm the address; then you can sign in.`,
      facts: [['Link works', `for ${inWords(IDENTITY_LINK_MS)}`]],
      action: { label: 'Confirm address', text: 'Confirm your address' },
      closing:
        'Opening the link does not confirm anything. You decide on the next page. If you did not sign up, ignore this email; nothing happens.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because this address was entered when signing up.`,
    },
    occasion,
  );
