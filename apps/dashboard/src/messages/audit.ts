import type { AuditAction, SecurityAction } from '@keyholder/domain';
import { dateText, sentenceCase } from '../ui/time-text.ts';
import { count } from './plural.ts';

/** "site_member.role_changed" → "Site member role changed". */
export const actionLabel = (action: AuditAction): string => sentenceCase(action.replace(/[._]/g, ' '));

export const SECURITY_LABELS = {
  'sign_in.succeeded': 'Signed in',
  'sign_in.failed': 'Could not sign in',
  sign_out: 'Signed out',
  'password.reset': 'Set a new password',
  'password.changed': 'Changed the password',
  'second_factor.enabled': 'Turned a second factor on',
  'second_factor.disabled': 'Turned the second factor off',
  'second_factor.codes_renewed': 'Made new recovery codes',
  'second_factor.failed': 'Gave a wrong code',
  'session.ended': 'Ended a session',
  'sso.refused': 'Was refused at single sign-on',
  'sso.linked': 'Connected single sign-on',
  'permission.refused': 'Was refused',
  'invitation.wrong_person': 'Opened an invitation for somebody else',
  'rate.limited': 'Tried too often',
  'members.exported': 'Exported members',
  'audit.exported': 'Exported the audit log',
  'submissions.exported': 'Exported form submissions',
  'webhook.secret_revealed': 'Looked at the signing secret of a webhook',
} as const satisfies Record<SecurityAction, string>;

export const auditWords = {
  title: 'Audit log',
  kinds: 'Kind of event',
  changes: 'Changes',
  security: 'Security',
  caption: (account: string) => `Changes in ${account}`,
  securityCaption: (account: string) => `Sign-ins, refusals and exports of ${account}`,
  securityHelp: 'Sign-ins, refusals and exports. They changed nothing.',
  when: 'When',
  who: 'Who',
  what: 'What',
  site: 'Site',
  from: 'From',
  to: 'To',
  action: 'Action',
  target: 'About',
  thisTarget: 'One person or thing',
  keyholder: 'Keyholder',
  apiKey: 'An API key',
  somebody: 'Somebody',
  fromDay: 'From day',
  toDay: 'To day',
  clearFilter: (name: string) => `Clear ${name}`,
  clearAll: 'Clear all',
  filters: 'Filters',
  filtersSet: (n: number) => (n === 0 ? 'Filters' : `Filters (${n})`),
  done: 'Done',
  fresh: (n: number) => `${n.toLocaleString('en')} new, show`,
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  shownOf: (shown: number, total: number) =>
    `${shown.toLocaleString('en')} of ${count(total, 'event', 'events')}`,
  exportCsv: 'Export CSV',
  exportNdjson: 'Export NDJSON',
  intact: (events: number) => `${count(events, 'event', 'events')}, chain intact`,
  verifying: 'Verifying the chain…',
  missing: (seq: number) => `Event ${seq.toLocaleString('en')} is missing.`,
  unproven: (seq: number) =>
    `Events from ${seq.toLocaleString('en')} on may be missing: the record of how far the log reaches is gone or was changed.`,
  changed: (seq: number) => `Event ${seq.toLocaleString('en')} is not what was written.`,
  brokenHelp: 'Somebody with access to the database changed the log. Everything before it is genuine.',
  openBad: 'Open event',
  empty: 'Nothing has happened yet.',
  clearFilters: 'Clear filters',
} as const;

interface Looked {
  who?: string | undefined;
  site?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}
/** "Nothing by Tom Halley on Northwind Coffee between 1 Nov 2026 and 8 Nov 2026." */
export function nothingText({ who, site, action, from, to }: Looked): string {
  const day = (text: string) => dateText(Date.parse(`${text}T12:00:00`));
  const span =
    from && to
      ? ` between ${day(from)} and ${day(to)}`
      : from
        ? ` since ${day(from)}`
        : to
          ? ` until ${day(to)}`
          : '';
  return `Nothing${who ? ` by ${who}` : ''}${site ? ` on ${site}` : ''}${span}${action ? ` of the kind “${action}”` : ''}.`;
}

export const eventWords = {
  title: 'Event',
  facts: 'What changed',
  before: 'Before',
  after: 'After',
  none: 'nothing',
  field: 'Field',
  reason: 'Reason',
  number: 'Number',
  address: 'Network address',
  client: 'Client',
  request: 'Request',
  action: 'Action',
  same: 'In the same change',
  raw: 'Raw event',
  link: 'Copy link',
  byThem: (name: string) => `All by ${name}`,
  aboutThem: (name: string) => `All about ${name}`,
  gone: 'There is no such event in this account.',
  back: 'Back to the audit log',
} as const;

export const activityWords = {
  title: 'Activity',
  recent: 'Recent changes',
  all: 'See all',
  empty: 'Nothing has happened on this site yet.',
} as const;
