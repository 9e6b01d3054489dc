import {
  ACCOUNT_ROLE_LABELS,
  SITE_ROLE_LABELS,
  type AccountRole,
  type AuditAction,
  type SiteRole,
} from '@keyholder/domain';
import { dateText } from '../ui/time-text.ts';
import { CONTENT_SENTENCES } from './content-sentences.ts';

type Facts = Readonly<Record<string, unknown>> | null;
/** An event as the API tells it. */
export interface Told {
  action: AuditAction;
  actor: { kind: string; id: string | null; name: string | null };
  site?: { id: string; name: string } | undefined;
  before: Facts;
  after: Facts;
}
/** Whom the timeline is about. */
export interface Subject {
  id: string;
  name: string;
}

interface Said extends Told {
  /** Who did it. */
  by: string;
  /** To whom: the person's name. */
  who: string;
  /** They did it themselves. */
  self: boolean;
  /** " on Northwind Coffee", or nothing. */
  on: string;
}

const text = (facts: Facts, key: string): string | undefined => {
  const value = facts?.[key];
  return typeof value === 'string' ? value : undefined;
};
/** "the domain yourteam.com", or only "the domain". */
const named = (what: string, facts: Facts, key: string): string =>
  [what, text(facts, key)].filter(Boolean).join(' ');
const siteRole = (facts: Facts): string => SITE_ROLE_LABELS[text(facts, 'role') as SiteRole] ?? 'a member';
const accountRole = (facts: Facts): string =>
  ACCOUNT_ROLE_LABELS[text(facts, 'role') as AccountRole] ?? 'a member';
const anyRole = (facts: Facts): string => {
  const role = text(facts, 'role') ?? '';
  return SITE_ROLE_LABELS[role as SiteRole] ?? ACCOUNT_ROLE_LABELS[role as AccountRole] ?? 'a member';
};
const address = ({ before, after }: Told): string =>
  text(after, 'email') ?? text(before, 'email') ?? 'an address';
const until = (facts: Facts): string | null => {
  const end = text(facts, 'accessUntil');
  return end === undefined ? null : dateText(Date.parse(end));
};
const limit = (facts: Facts): string => {
  const end = until(facts);
  return end === null ? '' : ` until ${end}`;
};

/** One sentence for every change that can concern a person. */
const SENTENCES = {
  'account.created': ({ by, after }) => `${by} created the account ${text(after, 'name') ?? ''}`.trimEnd(),
  'account.renamed': ({ by, after }) => `${by} renamed the account to ${text(after, 'name') ?? 'a new name'}`,
  'account.plan_changed': ({ by }) => `${by} changed the plan of the account`,
  'account.slug_changed': ({ by, after }) =>
    `${by} changed the address of the account to ${text(after, 'slug') ?? 'another one'}`,
  'account.policies_changed': ({ by }) => `${by} changed the policies of the account`,
  'account.deleted': ({ by, before }) => `${by} deleted the account ${text(before, 'name') ?? ''}`.trimEnd(),
  'ownership.offered': ({ by, who }) => `${by} offered ${who} the ownership of the account`,
  'ownership.withdrawn': ({ who }) => `The offer of ownership to ${who} ended`,
  'ownership.transferred': ({ who }) => `${who} became the owner of the account`,
  'sso.connection_created': ({ by, after }) =>
    `${by} added the single sign-on ${text(after, 'name') ?? 'connection'}`,
  'sso.connection_changed': ({ by, after }) =>
    `${by} changed the single sign-on ${text(after, 'name') ?? 'connection'}`,
  'sso.connection_deleted': ({ by, before }) =>
    `${by} deleted the single sign-on ${text(before, 'name') ?? 'connection'}`,
  'sso.domain_added': ({ by, after }) =>
    `${by} added ${named('the domain', after, 'domain')} for single sign-on`,
  'sso.domain_verified': ({ by, after }) => `${by} proved ${named('the domain', after, 'domain')}`,
  'sso.domain_removed': ({ by, before }) =>
    `${by} removed ${named('the domain', before, 'domain')} from single sign-on`,
  'sso.enforced': ({ by, after }) =>
    after?.['enforced'] === true
      ? `${by} made single sign-on required`
      : `${by} made single sign-on optional`,
  'site.created': ({ by, site, after }) => `${by} created ${site?.name ?? text(after, 'name') ?? 'a site'}`,
  'site.updated': ({ by, site }) => `${by} changed the name or domain of ${site?.name ?? 'a site'}`,
  'site.deleted': ({ by, before }) => `${by} deleted ${text(before, 'name') ?? 'a site'}`,
  'account_member.joined': ({ who, after }) => `${who} joined the account as ${accountRole(after)}`,
  'account_member.role_changed': ({ by, who, before, after }) =>
    `${by} changed ${who} from ${accountRole(before)} to ${accountRole(after)} in the account`,
  'account_member.removed': ({ by, who }) => `${by} removed ${who} from the account`,
  'account_member.left': ({ who }) => `${who} left the account`,
  'account_member.restored': ({ by, who, after }) =>
    `${by} brought ${who} back to the account as ${accountRole(after)}`,
  'site_member.joined': ({ who, on, after }) => `${who} joined as ${siteRole(after)}${on}${limit(after)}`,
  'site_member.assigned': ({ by, who, self, on, after }) =>
    self
      ? `${by} gave themselves the role ${siteRole(after)}${on}${limit(after)}`
      : `${by} made ${who} ${siteRole(after)}${on}${limit(after)}`,
  'site_member.role_changed': ({ by, who, on, before, after }) =>
    `${by} changed ${who} from ${siteRole(before)} to ${siteRole(after)}${on}`,
  'site_member.access_until_changed': ({ by, who, on, after }) => {
    const end = until(after);
    return end === null
      ? `${by} removed the end of access for ${who}${on}`
      : `${by} set access until ${end} for ${who}${on}`;
  },
  'site_member.access_ended': ({ who, on }) => `The access of ${who}${on} ended on the date set for it`,
  'site_member.removed': ({ by, who, site, before }) =>
    `${by} removed ${who}, who was ${siteRole(before)}, from ${site?.name ?? 'a site'}`,
  'site_member.left': ({ who, site, before }) =>
    `${who}, who was ${siteRole(before)}, left ${site?.name ?? 'a site'}`,
  'site_member.restored': ({ by, who, on, after }) => `${by} brought ${who} back as ${siteRole(after)}${on}`,
  'invitation.created': (told) => `${told.by} invited ${address(told)} as ${anyRole(told.after)}${told.on}`,
  'invitation.resent': (told) => `${told.by} sent ${address(told)} a new link${told.on}`,
  'invitation.revoked': (told) => `${told.by} withdrew the invitation for ${address(told)}${told.on}`,
  'invitation.accepted': ({ who, on, after }) => `${who} accepted the invitation as ${anyRole(after)}${on}`,
  'invitation.declined': (told) => `${address(told)} declined the invitation${told.on}`,
  'invitation.adopted': (told) =>
    `${told.by} kept the invitation for ${address(told)} in their own name${told.on}`,
  'invitation.new_link_requested': (told) => `${address(told)} asked for a new link${told.on}`,
  'api_key.created': ({ by, on, after }) =>
    `${by} made the API key ${text(after, 'name') ?? 'without a name'}${on}`,
  'api_key.revoked': ({ by, on, before }) =>
    `The API key ${text(before, 'name') ?? 'without a name'}${on} stopped working, through ${by}`,
  ...CONTENT_SENTENCES,
  'form.created': ({ by, on, after }) =>
    `${by} created the form ${text(after, 'name') ?? 'without a name'}${on}`,
  'form.updated': ({ by, on, after }) =>
    `${by} changed the form ${text(after, 'name') ?? 'without a name'}${on}`,
  'form.deleted': ({ by, on, before }) =>
    `${by} deleted the form ${text(before, 'name') ?? 'without a name'}${on}`,
  'order.created': ({ by, on, after }) =>
    `${by} reported order ${text(after, 'number') ?? 'without a number'}${on}`,
  'order.status_changed': ({ by, on, before, after }) =>
    `${by} changed order ${text(after, 'number') ?? 'without a number'} from ${text(before, 'status') ?? 'one status'} to ${text(after, 'status') ?? 'another'}${on}`,
  'webhook.created': ({ by, after }) => `${by} added ${named('the webhook', after, 'url')}`,
  'webhook.updated': ({ by, after }) => `${by} changed ${named('the webhook', after, 'url')}`,
  'webhook.disabled': ({ by }) => `${by} switched a webhook off that had failed for days`,
  'webhook.secret_rotated': ({ by }) => `${by} gave a webhook a new signing secret`,
  'webhook.deleted': ({ by, before }) => `${by} deleted ${named('the webhook', before, 'url')}`,
  'webhook.test_sent': ({ by }) => `${by} sent a test event to a webhook`,
  'webhook.delivery_replayed': ({ by }) => `${by} sent a webhook a message again`,
  'site.settings_changed': ({ by, site }) => `${by} changed the settings of ${site?.name ?? 'a site'}`,
} as const satisfies Record<AuditAction, (said: Said) => string>;

/** "Sarah Chen changed Priya Nair from Content Editor to Marketing Manager on Northwind Coffee". */
export function timelineSentence(told: Told, subject: Subject): string {
  const { actor, site } = told;
  return SENTENCES[told.action]({
    ...told,
    by: actor.name ?? BY_KIND[actor.kind] ?? 'Somebody',
    who: subject.name,
    self: actor.id === subject.id,
    on: site ? ` on ${site.name}` : '',
  });
}
const BY_KIND: Readonly<Record<string, string>> = {
  person: 'Somebody who is gone',
  api_key: 'An API key',
  system: 'Keyholder',
};

export const timelineWords = {
  reason: (reason: string) => `Reason: ${reason}`,
  empty: 'Nothing has happened yet.',
  last: (n: number) => `The last ${n} events.`,
} as const;
