/** The words of single sign-on where somebody signs in (ui/brief.md §7 J and K, S20). */
export const ssoWords = {
  continue: 'Continue with SSO',
  going: 'Going to your company…',
  required: (domain: string) => `${domain} signs in with single sign-on.`,
  passwordRefused: 'This company signs in with single sign-on. Continue with SSO.',
  ownerPassword: 'Account owner? Use your password',
  away: "Your company's sign-in page does not answer. Try again in a minute.",
  notSetUp: 'Single sign-on is no longer set up for this address.',
  inviteText: (account: string) =>
    `${account} signs its people in through the company's own page. You come back here to accept.`,

  otherTitle: (was: string, email: string) => `That was ${was}, the invitation is for ${email}`,
  otherText: 'Nothing was created. Your link is still good.',
  another: 'Try another account',

  linkTitle: 'Connect single sign-on',
  linkText: 'You already have a login here. Sign in once as before; from then on single sign-on is enough.',
  linkOver: 'That took more than ten minutes. Continue with SSO once more.',

  endings: {
    refused: 'Single sign-on did not work out. Nothing was changed; start it again.',
    unavailable: "Your company's sign-in page did not answer. Try again in a minute.",
    email_unverified: 'Your company has not confirmed your address there. Ask whoever runs its sign-in page.',
    domain_not_proven: 'That address does not belong to a domain of this account.',
    other_subject: 'This address belonged to somebody else at your company. Ask an admin of the account.',
    other_person: 'That was another account than the one you are signed in with.',
    nobody_here: 'There is no login for that address yet. Ask for an invitation.',
  } as Record<string, string>,
} as const;
