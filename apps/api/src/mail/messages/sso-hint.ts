import type { Letter, Occasion } from '../letter.ts';
import { notice } from '../notice.ts';
import { bodyAddress } from '../safe-text.ts';

/** To somebody whom their company's provider signs in: a new password would be of no use to them. */
export const ssoHint = (_facts: { readonly path: string }, occasion: Occasion): Letter =>
  notice(
    {
      subject: 'Sign in to Keyholder with single sign-on',
      onBehalfOf: null,
      replyTo: null,
      heading: 'Sign in with single sign-on',
      lead: `Somebody asked for a new password for ${bodyAddress(occasion.recipient)}. Your company signs you in with single sign-on, so there is no password to set: go to the sign-in page and choose Continue with SSO.`,
      facts: [],
      action: { label: 'Sign in', text: 'Sign in' },
      closing: 'If you did not ask for it, ignore this email. Nothing was changed.',
      footer: `Sent to ${bodyAddress(occasion.recipient)} by Keyholder because a new password was asked for.`,
    },
    occasion,
  );
