import {
  ACCOUNT_ROLE_WORDS,
  SITE_ROLE_WORDS,
  type AccountRole,
  type RoleWords,
  type SiteRole,
} from '@keyholder/domain';

/** The words of the invitation page (ui/brief.md §7), case by case. */
export const acceptWords = {
  title: 'Invitation',
  checking: 'Checking the invitation…',
  managedBy: (site: string, account: string) => `${site} · managed by ${account}`,

  join: (place: string, role: string) => `Join ${place} as ${role}`,
  invited: (by: string) => `${by} invited `,
  roleText: (scope: 'site' | 'account', role: string, label: string) => {
    const { can, cannot }: RoleWords =
      scope === 'site' ? SITE_ROLE_WORDS[role as SiteRole] : ACCOUNT_ROLE_WORDS[role as AccountRole];
    return `As ${label} you can ${can}.${cannot === undefined ? '' : ` You cannot ${cannot}.`}`;
  },
  note: (by: string) => `Note from ${by}`,
  worksUntil: (moment: string, left: string) => `Link works until ${moment} (${left} left)`,
  formTitle: 'Set your name and password',
  accept: (place: string) => `Accept and open ${place}`,
  accepting: 'Accepting…',
  notTaken: 'Your link is still good.',

  signInTitle: 'Sign in to accept',
  signInLead: (email: string) => `Sign in as ${email}`,

  otherTitle: (email: string) => `This invitation is for ${email}`,
  otherText: (email: string) => `You are signed in as ${email}.`,
  otherUnknown: 'You are signed in as somebody else.',
  switchTo: (email: string) => `Sign out and continue as ${email}`,
  stay: (email: string | undefined) => (email === undefined ? 'Stay signed in' : `Stay as ${email}`),
  otherHelp: (by: string) => `Should it have gone there? Ask ${by} to invite that address.`,
  signingOut: 'Signing out…',

  expiredTitle: 'This link has expired',
  expiredText: (moment: string) => `It worked until ${moment}.`,
  supersededTitle: 'There is a newer link',
  supersededText: 'Open the latest email, “New link: …”. Not there?',
  askNewLink: (by: string) => `Ask ${by} for a new link`,
  asking: 'Asking…',
  asked: 'Asked. You will get an email.',
  askedBefore: (span: string) => `You asked within the last hour. You can ask again in ${span}.`,

  revokedTitle: 'This invitation was withdrawn',
  revokedText: (by: string) => `Ask ${by} if you still need access.`,

  inTitle: 'You are already in',
  inText: (place: string, role: string) => `You accepted this invitation to ${place} as ${role}.`,
  inElseText: (email: string, place: string) => `${email} accepted this invitation to ${place}.`,
  open: (place: string) => `Open ${place}`,
  opening: 'Opening…',
  signInAs: (email: string) => `Sign in as ${email}`,

  brokenTitle: 'This link is not complete',
  brokenText: 'Copy the whole address from the email, or open the email again.',

  fullTitle: (account: string) => `${account} has no free seat`,
  fullText: (by: string, moment: string) => `Ask ${by}. Your invitation stays valid until ${moment}.`,

  decline: 'Decline',
  declineBefore: 'Not expected, or not for you? ',
  declineAfter: (by: string) => ` and ${by.split(' ')[0] ?? by} is told.`,
  declineTitle: (place: string) => `Decline the invitation to ${place}?`,
  declineText: (by: string) => `${by} is told. The link stops working.`,
  reason: 'Reason',
  optional: 'optional',
  declining: 'Declining…',
  back: 'Back',
  declinedTitle: 'Declined',
  declinedText: (by: string) => `${by} is told. Nothing was created.`,

  uncheckedTitle: 'Could not check the invitation',
  retry: 'Retry',
  tryAgain: 'Try again',
  signIn: 'Sign in',
  yourSites: 'Go to your sites',
} as const;
