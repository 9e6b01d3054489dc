import type { Letter, Occasion } from '../letter.ts';
import { notice } from '../notice.ts';
import { bodyAddress } from '../safe-text.ts';

/** To somebody whose address was used to sign up again: the page that asked says nothing of it. */
export const alreadyRegistered = (_facts: { readonly path: string }, occasion: Occasion): Letter =>
  notice(
    {
      subject: 'You already have a login for Keyholder',
      onBehalfOf: null,
      replyTo: null,
      heading: 'You already have a login',
      lead: `Somebody signed up for Keyholder as ${bodyAddress(occasion.recipient)}, which already has a login. If that was you, sign in; there you can also set a new password.`,
      facts: [],
      action: { label: 'Sign in', text: 'Sign in' },
      closing: 'If you did not sign up, ignore this email. Your login and your password stay as they are.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because this address was entered when signing up.`,
    },
    occasion,
  );
