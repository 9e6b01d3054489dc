import { count, countInWords } from './plural.ts';

/** How long a link works, by what it leads to. */
const VALID = { site: '48 hours', account: '7 days' } as const;
type Scope = keyof typeof VALID;
const again = (scope: Scope) => `Resend to give them another ${VALID[scope]}, or revoke to clear the row.`;

export const pendingWords = {
  caption: (site: string) => `Pending invitations to ${site}`,
  historyCaption: (status: string, site: string) => `${status} invitations to ${site}`,
  find: 'Find an invitation',
  statusFilter: 'Show',
  statuses: { pending: 'Open', accepted: 'Accepted', declined: 'Declined', revoked: 'Revoked' },
  email: 'Email',
  role: 'Role',
  invited: 'Invited',
  by: (name: string) => `by ${name}`,
  expires: 'Expires',
  expired: (ago: string) => `expired ${ago}`,
  delivery: 'Delivery',
  deliveries: { queued: 'queued', sent: 'sent', failed: (reason: string) => `failed: ${reason}` },
  answered: { accepted: 'Accepted', declined: 'Declined', revoked: 'Revoked' },
  reason: 'Reason',
  noReason: '–',
  actions: 'Actions',
  resend: 'Resend',
  resendTo: (email: string) => `Resend to ${email}`,
  sending: 'Sending…',
  again: (time: string) => `again in ${time}`,
  rests: (time: string) => `Sent just now. Try again in ${time}.`,
  revoke: 'Revoke',
  revokeFor: (email: string) => `Revoke invitation for ${email}`,
  resendExpired: 'Resend expired',
  expiredLead: (n: number) =>
    n === 1
      ? 'One invitation has expired.'
      : `${countInWords(n, 'invitation has', 'invitations have')} expired.`,
  expiredText: (emails: readonly string[], scope: Scope) =>
    emails.length === 1
      ? `${emails[0]} can no longer accept. ${again(scope)}`
      : `Their links no longer work. ${again(scope)}`,
  resent: (email: string, scope: Scope) =>
    `A new link is on its way to ${email}, valid for ${VALID[scope]}. ${scope === 'site' ? 'Role and site are' : 'The role is'} unchanged. Earlier links no longer work.`,
  resentMany: (n: number, scope: Scope) =>
    `${count(n, 'new link is', 'new links are')} on the way, valid for ${VALID[scope]}.`,
  resentPart: (sent: number, not: number) => `${sent} sent, ${not} not.`,
  refusedTitle: 'Not sent',
  revokeTitle: (email: string) => `Revoke the invitation for ${email}?`,
  revokeText: 'The link in their email stops working now. To bring them back, send a new invitation.',
  keep: 'Keep',
  revoking: 'Revoking…',
  revoked: (email: string) => `The invitation for ${email} is revoked. The link no longer works.`,
  notPending: {
    accepted: (email: string) => `${email} accepted a moment ago and is now active.`,
    declined: (email: string) => `${email} declined meanwhile.`,
    revoked: (email: string) => `The invitation for ${email} was revoked meanwhile.`,
    pending: (email: string) => `The invitation for ${email} has changed meanwhile.`,
  },
  found: (n: number) => count(n, 'invitation', 'invitations'),
  empty: 'No open invitations. Everyone you invited has answered.',
  emptyHistory: {
    accepted: 'Nobody has accepted an invitation to this site yet.',
    declined: 'Nobody has declined an invitation to this site.',
    revoked: 'No invitation to this site was revoked.',
  },
  noMatch: (q: string) => `No invitation matches '${q}'.`,
  clearSearch: 'Clear search',
} as const;

export const invitationWords = {
  gone: 'This invitation is no longer here.',
  states: {
    accepted: 'This invitation was accepted.',
    declined: 'This invitation was declined.',
    revoked: 'This invitation was revoked.',
  },
  site: 'Site',
  role: 'Role',
  invited: 'First sent',
  by: 'Invited by',
  expires: 'Expires',
  note: 'Note',
  reason: 'Reason',
  sends: 'Every send',
  sendOf: (n: number) => (n === 1 ? 'First mail' : `Mail ${n}`),
  changeRole: 'Change role',
  changeHelp: 'The old link stops working, a new one is sent.',
  changing: 'Sending…',
  unchanged: 'Choose another role first.',
  changed: (email: string, role: string) =>
    `${email} is now invited as ${role}. A new link is on its way, the old one no longer works.`,
} as const;

export const inviteWords = {
  title: 'Invite Member',
  site: (name: string) => `Site: ${name}`,
  email: 'Email',
  emailHelp: 'Several at once: separate them with commas or spaces, or paste a list.',
  placeholder: 'name@example.com',
  note: 'Note',
  noteMark: 'optional',
  noteHelp: 'Plain text in the mail.',
  noteLong: 'Write at most 500 characters.',
  cancel: 'Cancel',
  send: (n: number) => (n > 1 ? `Send ${n} invitations` : 'Send invitation'),
  sending: (done: number, all: number) => (all > 3 ? `Sending ${done} of ${all}…` : 'Sending…'),
  hours: 'They have 48 hours to accept.',
  seats: (used: number, limit: number, reserved: number) => `${used} of ${limit} seats, ${reserved} reserved`,
  emailMissing: 'Enter an email address.',
  emailsWrong: (n: number) =>
    n === 1 ? 'One address cannot be invited. See below.' : `${n} addresses cannot be invited. See below.`,
  malformed: 'This is not a complete email address.',
  typo: (better: string) => `Did you mean ${better}?`,
  useTypo: 'Use that address',
  active: (name: string, role: string) => `${name} is already ${role} here.`,
  yourself: 'That is you.',
  changeRole: 'Change role',
  pending: (when: string, role: string, until: string) => `Invited ${when} as ${role}, ${until}.`,
  expiresIn: (time: string) => `expires ${time}`,
  expired: 'that link has expired',
  resendInstead: 'Resend instead',
  inAccount: (name: string) => `${name} is already in your account. No invitation needed.`,
  assign: 'Assign directly',
  assigning: 'Assigning…',
  assigned: (name: string, role: string, site: string) => `${name} is now ${role} on ${site}.`,
  unassigned: (name: string, site: string) => `${name} is no longer on ${site}.`,
  chooseFirst: 'Choose a role first.',
  invited: (emails: readonly string[]) =>
    emails.length === 1
      ? `Invited ${emails[0]}. The mail is on its way.`
      : `Invited ${emails.length} people. The mails are on their way.`,
  checking: 'Checking addresses…',
} as const;
