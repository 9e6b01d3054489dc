import type { Letter, Occasion } from '../letter.ts';
import { IDENTITY_LINK_MS } from '../link-life.ts';
import { inWords } from '../moment.ts';
import { notice } from '../notice.ts';
import { bodyAddress } from '../safe-text.ts';

/** To somebody who forgot the password. */
export const passwordReset = (_facts: Record<string, never>, occasion: Occasion): Letter =>
  notice(
    {
      subject: 'Set a new password for Keyholder',
      onBehalfOf: null,
      replyTo: null,
      heading: 'Set a new password',
      lead: `Somebody asked to set a new password for ${bodyAddress(occasion.recipient)}.`,
      facts: [['Link works', `for ${inWords(IDENTITY_LINK_MS)}`]],
      action: { label: 'Set new password', text: 'Set a new password' },
      closing:
        'Opening the link does not change anything. If you did not ask for this, ignore this email; your password stays as it is.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because a new password was asked for.`,
    },
    occasion,
  );
