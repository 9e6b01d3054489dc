import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import { flag, oneOf, only, text, texts } from './search-params.ts';

type Raw = Record<string, unknown>;

/** Which search params every list understands (ui/brief.md §3). Unknown values are dropped, never an error. */
export const sitesSearch = (raw: Raw) =>
  only({
    q: text(raw, 'q'),
    flag: oneOf(raw, 'flag', ['expired', 'no-owner', 'one-owner']),
    sort: text(raw, 'sort'),
    new: flag(raw, 'new'),
  });

export const siteMembersSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw, 'tab', ['active', 'pending']),
    q: text(raw, 'q'),
    role: oneOf(raw, 'role', SITE_ROLES),
    flag: text(raw, 'flag'),
    sort: text(raw, 'sort'),
    status: oneOf(raw, 'status', ['accepted', 'declined', 'revoked']),
    invite: flag(raw, 'invite'),
    email: text(raw, 'email'),
  });

export const accountMembersSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw, 'tab', ['members', 'pending']),
    q: text(raw, 'q'),
    role: oneOf(raw, 'role', ACCOUNT_ROLES),
    site: text(raw, 'site'),
    siteRole: oneOf(raw, 'siteRole', SITE_ROLES),
    flag: text(raw, 'flag'),
    sort: text(raw, 'sort'),
    invite: flag(raw, 'invite'),
    all: flag(raw, 'all'),
    invitation: text(raw, 'invitation'),
  });

export const accessSearch = (raw: Raw) =>
  only({
    q: text(raw, 'q'),
    site: text(raw, 'site'),
    siteRole: oneOf(raw, 'siteRole', SITE_ROLES),
    flag: text(raw, 'flag'),
    view: oneOf(raw, 'view', ['matrix', 'list']),
    down: oneOf(raw, 'down', ['sites']),
    group: oneOf(raw, 'group', ['role', 'domains']),
    invited: flag(raw, 'invited'),
  });

export const personSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw, 'tab', ['access', 'timeline', 'keys']),
    assign: flag(raw, 'assign'),
    remove: flag(raw, 'remove'),
  });

export const auditSearch = (raw: Raw) =>
  only(texts(raw, ['kind', 'action', 'actor', 'target', 'site', 'from', 'to', 'event']));

/** Of every area of Site Admin; which of them it uses is its own. */
export const siteAreaSearch = (raw: Raw) =>
  only({
    ...texts(raw, ['q', 'status', 'sort', 'role', 'form', 'from', 'to', 'kind', 'flag', 'email', 'span']),
    tab: oneOf(raw, 'tab', ['active', 'pending']),
    new: flag(raw, 'new'),
    invite: flag(raw, 'invite'),
  });

export const signInSearch = (raw: Raw) =>
  only({ next: text(raw, 'next'), email: text(raw, 'email'), reset: flag(raw, 'reset') });
export const mailboxSearch = (raw: Raw) => only({ to: text(raw, 'to') });
