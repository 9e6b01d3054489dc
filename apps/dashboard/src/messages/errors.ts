import { ACCOUNT_ROLE_LABELS, SITE_ROLE_LABELS, type ErrorCode } from '@keyholder/domain';
import type { ApiProblem, ProblemCode } from '../problem.ts';
import { agoText } from '../ui/time-text.ts';
import { COMMON_ERROR_TEXTS } from './common-errors.ts';

/** What a screen can offer next; it renders those it can carry out. */
export const ACTION_LABELS = {
  sign_in: 'Sign in',
  confirm_password: 'Confirm password',
  set_up_second_factor: 'Set up a second factor',
  ask: 'Ask {name}',
  go_to_area: 'Go to {area}',
  your_sites: 'Your sites',
  retry: 'Try again',
  reload: 'Reload',
  resend: 'Resend',
  revoke: 'Revoke',
  open: 'Open',
  history: 'Show history',
  change_role: 'Change role',
  leave_site: 'Leave site',
  keep_theirs: 'Keep theirs',
  save_mine: 'Save mine',
  invite: 'Invite Member',
  choose_owner: 'Choose a new Owner',
  see_members: 'See members',
  plan: 'Plan',
  show_refused: 'Show them',
  see_report: 'See report',
  ask_new_link: 'Ask for a new link',
  switch_person: 'Sign out and continue',
  stay: 'Stay signed in as you are',
  copy_code: 'Copy code',
  ownership: 'Transfer ownership',
} as const;
export type ErrorAction = keyof typeof ACTION_LABELS;

/** Facts that the screen knows and the problem may not carry. */
export interface ErrorFacts {
  name?: string | undefined;
  site?: string | undefined;
  account?: string | undefined;
  email?: string | undefined;
  role?: string | undefined;
}
interface Wording {
  text: (problem: ApiProblem, facts: ErrorFacts, now: number) => string;
  actions: readonly ErrorAction[];
}

const say = (text: string, ...actions: readonly ErrorAction[]): Wording => ({ text: () => text, actions });
const common = (code: keyof typeof COMMON_ERROR_TEXTS, ...actions: readonly ErrorAction[]): Wording => ({
  text: COMMON_ERROR_TEXTS[code],
  actions,
});

export const ERRORS = {
  'auth.required': say('Sign in to go on.', 'sign_in'),
  'auth.reauthentication_required': say('Confirm your password to go on.', 'confirm_password'),
  'auth.sso_required': say('Your company asks for single sign-on. Continue with SSO.', 'sign_in'),
  'invitation.sso_required': say('This account asks for single sign-on. Continue with SSO to accept.'),
  'sso.domain_taken': say('Another account has proven this domain. It has to give it up first.'),
  'sso.domain_not_proven': say(
    'The record is not in the DNS of the domain yet. It can take an hour until others see it.',
  ),
  'auth.second_factor_required': say(
    'This account needs you to have a second factor. Set up yours to go on.',
    'set_up_second_factor',
  ),
  'permission.denied': {
    text: ({ members }, { role }) => {
      const held = roleLabel(members['role']) ?? role;
      return typeof members['surface'] === 'string' && held
        ? `${members['surface']} is not part of ${held}.`
        : 'You cannot do this here.';
    },
    actions: ['ask', 'go_to_area'],
  },
  not_found: {
    text: (_, { site }) =>
      site ? `You no longer have access to ${site}.` : 'There is nothing here that you can see.',
    actions: ['your_sites'],
  },
  'validation.failed': {
    text: ({ fields }) =>
      fields.length === 1
        ? 'Check 1 field.'
        : fields.length > 1
          ? `Check ${fields.length} fields.`
          : 'Check what you entered.',
    actions: [],
  },
  'access.filter_required': {
    text: ({ members: { memberships, limit } }) =>
      typeof memberships === 'number' && typeof limit === 'number'
        ? `${memberships.toLocaleString('en')} memberships are more than one page shows; the most is ${limit.toLocaleString('en')}. Find a person or site, or set a filter.`
        : 'That is more than one page shows. Find a person or site, or set a filter.',
    actions: [],
  },
  'request.malformed': say(
    'This page sent something that Keyholder could not read. Nothing was changed.',
    'reload',
  ),
  'request.too_large': say('That is more than Keyholder takes at once. Nothing was changed.', 'retry'),
  'request.unsupported_media': common('request.unsupported_media', 'reload'),
  'request.cross_origin': common('request.cross_origin', 'reload'),
  'idempotency.mismatch': common('idempotency.mismatch', 'reload'),
  'rate.limited': common('rate.limited', 'retry'),
  'invitation.already_pending': {
    text: ({ members }, facts, now) => {
      const pending = invitationOf(members['invitation']);
      const email = pending.email ?? facts.email ?? 'This address';
      const when = pending.sentAt === undefined ? 'already' : agoText(Date.parse(pending.sentAt), now);
      const as = roleLabel(pending.role) ?? facts.role;
      return `${email} was ${pending.sentAt === undefined ? 'already invited' : `invited ${when}`}${as ? ` as ${as}` : ''}${pending.expired ? ', and that link has expired' : ''}.`;
    },
    actions: ['resend', 'revoke', 'open'],
  },
  'invitation.not_pending': say('This invitation is no longer open.', 'history'),
  'member.already_active': {
    text: ({ members }, { name, email, site, account, role }) =>
      `${name ?? email ?? 'This person'} is already ${roleLabel(members['role']) ?? role ?? 'a member'}${site ? ` on ${site}` : account ? ` in ${account}` : ' here'}.`,
    actions: ['change_role'],
  },
  'member.not_found': {
    text: (_, { name }) => `${name ?? 'This person'} is no longer here.`,
    actions: ['reload'],
  },
  'api_key.not_grantable': say('A key can carry only what your own role grants you now.', 'ask'),
  'member.is_yourself': say('You cannot change your own access here.', 'ask', 'leave_site'),
  'member.changed': {
    text: (_, { name }) => `${name ?? 'Somebody'} changed this while you had it open.`,
    actions: ['keep_theirs', 'save_mine'],
  },
  'member.not_restorable': {
    text: (_, { name }) => `${name ?? 'This person'} was removed more than 90 days ago.`,
    actions: ['invite'],
  },
  'role.not_grantable': {
    text: ({ members }, { role, site, account }) =>
      `You cannot give the role ${roleLabel(members['role']) ?? role ?? 'you chose'}${site ? ` on ${site}` : account ? ` in ${account}` : ''}.`,
    actions: ['ask'],
  },
  'role.not_manageable': {
    text: ({ members }, { name, role, site, account }) => {
      const held = roleLabel(members['role']) ?? role;
      return `You cannot change ${name ?? 'this person'}${held ? `, who is ${held}` : ''}${site ? ` on ${site}` : account ? ` in ${account}` : ''}.`;
    },
    actions: ['ask'],
  },
  'site.last_owner': {
    text: (_, { site }) => `${site ?? 'This site'} needs an Owner. Make someone else Owner first.`,
    actions: ['choose_owner'],
  },
  'account.slug_taken': say('Another account uses this address. Choose another one.'),
  'account.last_owner': {
    text: (_, { account }) =>
      `${account ?? 'This account'} needs its account owner. Transfer ownership first.`,
    actions: ['ownership'],
  },
  'seat.limit_reached': {
    text: ({ members }, { account }) => {
      const { limit, used, reserved } = members;
      return typeof limit === 'number' && typeof used === 'number'
        ? `All ${limit} seats are taken: ${used} people, ${Number(reserved ?? 0)} invited.`
        : `${account ?? 'The account'} has no free seat.`;
    },
    actions: ['see_members', 'plan'],
  },
  'second_factor.already_on': say('Your second factor is on already.', 'reload'),
  'second_factor.not_on': say('There is no second factor to change.', 'reload'),
  'access_changes.refused': {
    text: ({ members }) => {
      const results = Array.isArray(members['results']) ? (members['results'] as { status?: string }[]) : [];
      const refused = results.filter((each) => each.status === 'refused').length;
      return results.length === 0
        ? 'Nothing was saved. Some changes were refused.'
        : `Nothing was saved. ${refused} of ${results.length} changes were refused.`;
    },
    actions: ['show_refused'],
  },
  'content.changed': say(
    'Somebody else changed this while you had it open. Nothing was overwritten.',
    'keep_theirs',
    'save_mine',
  ),
  'content.slug_taken': say('Another entry of this site has this address. Choose another one.', 'open'),
  'redirect.already_exists': say('There is already a redirect for this path.', 'open'),
  'redirect.loop': say('This redirect would lead back to itself. Choose another target.'),
  'redirect.limit_reached': say('This site has as many redirects as it can have. Remove some first.'),
  'form.closed': say('This form takes no submissions now.'),
  'order.number_taken': say('There is an order with this number already.', 'open'),
  'order.status_not_allowed': say('This order has moved on and cannot get this status now.', 'open'),
  'webhook.limit_reached': say('This account has as many endpoints as it can have.'),
  'webhook.disabled': say('This endpoint is switched off.'),
  'review.finished': say('This review was finished meanwhile.', 'see_report'),
  'review.own_access': say('You cannot decide about yourself.', 'ask'),
  'invitation.expired': say('This link has expired.', 'ask_new_link'),
  'invitation.superseded': say('There is a newer link. Open the latest email.', 'ask_new_link'),
  'invitation.revoked': say('This invitation was withdrawn.', 'ask'),
  'invitation.declined': say('This invitation was declined.', 'ask'),
  'invitation.invalid': say(
    'This link is not complete. Copy the whole address from the email, or open the email again.',
  ),
  'invitation.sign_in_required': say('Sign in to accept.', 'sign_in'),
  'invitation.wrong_person': {
    text: (_, { email }) =>
      email ? `This invitation is for ${email}.` : 'This invitation is for another address.',
    actions: ['switch_person', 'stay'],
  },
  'service.unavailable': common('service.unavailable', 'retry'),
  'internal.error': common('internal.error', 'retry', 'copy_code'),
  network: common('network', 'retry'),
  offline: common('offline', 'retry'),
} as const satisfies Record<ErrorCode | ProblemCode, Wording>;

/** The sentence for a problem; a code nobody knows reads like an internal error. */
export function errorText(problem: ApiProblem, facts: ErrorFacts = {}, now: number = Date.now()): string {
  return wordingOf(problem.code).text(problem, facts, now);
}
export const errorActions = (code: string): readonly ErrorAction[] => wordingOf(code).actions;

const wordingOf = (code: string): Wording =>
  Object.hasOwn(ERRORS, code) ? ERRORS[code as ProblemCode] : ERRORS['internal.error'];

function roleLabel(role: unknown): string | undefined {
  if (typeof role !== 'string') return undefined;
  if (Object.hasOwn(SITE_ROLE_LABELS, role)) return SITE_ROLE_LABELS[role as keyof typeof SITE_ROLE_LABELS];
  return Object.hasOwn(ACCOUNT_ROLE_LABELS, role)
    ? ACCOUNT_ROLE_LABELS[role as keyof typeof ACCOUNT_ROLE_LABELS]
    : undefined;
}
function invitationOf(value: unknown): { email?: string; role?: string; sentAt?: string; expired?: boolean } {
  return typeof value === 'object' && value !== null ? value : {};
}
