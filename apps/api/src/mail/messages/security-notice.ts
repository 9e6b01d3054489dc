import type { Letter, Occasion } from '../letter.ts';
import { inUtc } from '../moment.ts';
import type { MailFacts, SecurityChange } from '../new-mail.ts';
import { notice } from '../notice.ts';
import { bodyAddress } from '../safe-text.ts';

const CHANGES: Readonly<Record<SecurityChange, { readonly subject: string; readonly lead: string }>> = {
  password_changed: {
    subject: 'Your password was changed',
    lead: 'Your password for Keyholder was changed, and every other session was ended.',
  },
  second_factor_on: {
    subject: 'Second factor turned on',
    lead: 'From now on, signing in to Keyholder takes your password and a code from your app.',
  },
  second_factor_off: {
    subject: 'Second factor turned off',
    lead: 'From now on, signing in to Keyholder takes your password alone.',
  },
  recovery_codes_renewed: {
    subject: 'New recovery codes',
    lead: 'You have new recovery codes for Keyholder. Those from before no longer work.',
  },
  recovery_code_used: {
    subject: 'A recovery code was used to sign in',
    lead: 'Somebody signed in to Keyholder with your password and one of your recovery codes. That code is used up.',
  },
};

/** To somebody whose way to sign in was changed, by them or by whoever holds their password. */
export function securityNotice({ change, at }: MailFacts['security_notice'], occasion: Occasion): Letter {
  const { subject, lead } = CHANGES[change];
  const recipient = bodyAddress(occasion.recipient);
  return notice(
    {
      subject,
      onBehalfOf: null,
      replyTo: null,
      heading: subject,
      lead,
      facts: [
        ['Login', recipient],
        ['When', inUtc(at)],
      ],
      action: { label: 'Review how you sign in', text: 'Review how you sign in' },
      closing:
        'Was it you? Then there is nothing to do. If not, set a new password at once with Forgot password on the sign-in page: that ends every session.',
      footer: `Sent to ${recipient} by Keyholder because this is the address that you sign in with.`,
    },
    occasion,
  );
}
