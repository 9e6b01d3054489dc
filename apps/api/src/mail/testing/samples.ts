import type { MailFacts, MailKind } from '../new-mail.ts';

const sarah = { name: 'Sarah Chen', email: 'sarah@yourteam.com' };
const alex = { name: 'Alex Rivera', email: 'alex@yourteam.com' };
const place = { accountName: 'Bright Lines Agency', siteName: 'Northwind Coffee' };

/** One mail of every kind. */
export const SAMPLES: { readonly [Kind in MailKind]: MailFacts[Kind] } = {
  invitation: {
    ...{ ...place, role: 'content_editor', invitedBy: sarah, resent: false },
    ...{
      note: 'Hello Alex,\nthe menu page first. See you on Monday.',
      expiresAt: '2026-11-22T01:14:00.000Z',
    },
  },
  invitation_nudge: {
    ...{ ...place, role: 'content_editor', invitedBy: sarah, nudge: 1 },
    expiresAt: '2026-11-22T01:14:00.000Z',
  },
  invitation_expired: {
    ...{ ...place, email: alex.email, role: 'content_editor', expiresAt: '2026-11-22T01:14:00.000Z' },
    path: '/bright-lines/sites/northwind/invitations/1',
  },
  invitation_accepted: {
    ...place,
    person: alex,
    role: 'content_editor',
    path: '/bright-lines/northwind/members',
  },
  invitation_declined: { ...place, email: alex.email, role: 'content_editor', reason: 'I changed jobs.' },
  new_link_requested: {
    ...place,
    email: alex.email,
    role: 'content_editor',
    path: '/bright-lines/northwind/members/pending',
  },
  role_changed: { ...place, from: 'content_editor', to: 'developer', changedBy: sarah },
  access_removed: { ...place, removedBy: sarah },
  access_ends: {
    ...{ ...place, role: 'content_editor', accessUntil: '2026-11-22T01:14:00.000Z' },
    path: '/admin/bright-lines/northwind',
  },
  sites_assigned: {
    ...{ accountName: place.accountName, assignedBy: sarah },
    sites: [
      { name: 'Northwind Coffee', role: 'content_editor', path: '/sites/northwind' },
      { name: 'Harbor Books', role: 'seo_specialist', path: '/sites/harbor' },
    ],
  },
  self_assigned: { ...place, role: 'developer', person: sarah },
  ownership_offered: {
    ...{ accountName: place.accountName, owner: sarah, path: '/bright-lines' },
    expiresAt: '2026-11-27T01:14:00.000Z',
  },
  ownership_received: { accountName: place.accountName, from: sarah, to: alex },
  ownership_handed_over: { accountName: place.accountName, from: alex, to: sarah },
  security_notice: { change: 'password_changed', at: '2026-11-20T09:14:00.000Z', path: '/me/security' },
  account_deleted: {
    ...{ accountName: place.accountName, siteCount: 14, deletedBy: sarah },
    deletedAt: '2026-11-20T01:14:00.000Z',
  },
  already_registered: { path: '/sign-in' },
  sso_hint: { path: '/sign-in' },
  verification: {},
  password_reset: {},
};
