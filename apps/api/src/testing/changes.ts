import { accountChangesIn } from './account-changes.ts';
import { HOUR, ageInvitation } from './clock.ts';
import { contentChangesIn } from './content-changes.ts';
import { keyChangesIn } from './key-changes.ts';
import type { Answer, Person } from './people.ts';
import type { Setting } from './setting.ts';
import { siteDataChangesIn } from './site-data-changes.ts';
import { ssoChangesIn } from './sso-changes.ts';
import { webhookChangesIn } from './webhook-changes.ts';

/** One thing that changes something, with what it records. */
export interface Change {
  readonly name: string;
  /** The actions that it records, in order. */
  readonly actions: readonly string[];
  /** Prepares what is needed and answers the call itself. */
  readonly prepare: () => Promise<() => Promise<Answer>>;
}

/** Every command of the API, to be run once each. `s` is asked for when a change is prepared. */
export function changesIn(setting: () => Setting): readonly Change[] {
  const site = () => `/api/v1/sites/${setting().site.id}`;
  const account = () => `/api/v1/accounts/${setting().agency.id}`;
  let number = 0;
  const somebody = () => setting().world.person(`Somebody ${(number += 1)}`);
  const member = async (role: Parameters<Setting['world']['place']>[3] = 'developer') =>
    setting().world.place(await somebody(), setting().agency, setting().site, role);
  async function open(person?: Person): Promise<{ id: string; email: string }> {
    const email = person?.email ?? `open-${(number += 1)}@people.example`;
    return (await setting().siteOwner.post(`${site()}/invitations`, { email, role: 'developer' })).body;
  }
  const tokenOf = (email: string) => setting().world.inbox.token(email);

  return [
    {
      name: 'inviting',
      actions: ['invitation.created'],
      prepare: async () => () =>
        setting().siteOwner.post(`${site()}/invitations`, {
          email: `new-${(number += 1)}@people.example`,
          role: 'developer',
        }),
    },
    {
      name: 'resending',
      actions: ['invitation.resent'],
      prepare: async () => {
        const { id } = await open();
        await ageInvitation(setting().world, id, HOUR);
        return () => setting().siteOwner.post(`${site()}/invitations/${id}/resend`);
      },
    },
    {
      name: 'resending all expired',
      actions: ['invitation.resent'],
      prepare: async () => {
        const { id } = await open();
        await ageInvitation(setting().world, id, 49 * HOUR);
        return () => setting().siteOwner.post(`${site()}/invitations/resend-expired`);
      },
    },
    {
      name: 'changing the offered role',
      actions: ['invitation.revoked', 'invitation.created'],
      prepare: async () => {
        const { id } = await open();
        return () => setting().siteOwner.patch(`${site()}/invitations/${id}`, { role: 'seo_specialist' });
      },
    },
    {
      name: 'revoking',
      actions: ['invitation.revoked'],
      prepare: async () => {
        const { id } = await open();
        return () => setting().siteOwner.delete(`${site()}/invitations/${id}`);
      },
    },
    {
      name: 'accepting as a new person',
      actions: ['invitation.accepted', 'account_member.joined', 'site_member.joined'],
      prepare: async () => {
        const { email } = await open();
        const token = await tokenOf(email);
        return () =>
          setting().world.nobody.post('/api/v1/invitations/accept', {
            token,
            name: 'New',
            password: 'lantern otter 42 quilt',
          });
      },
    },
    {
      name: 'declining',
      actions: ['invitation.declined'],
      prepare: async () => {
        const { email } = await open();
        const token = await tokenOf(email);
        return () => setting().world.nobody.post('/api/v1/invitations/decline', { token });
      },
    },
    {
      name: 'asking for a new link',
      actions: ['invitation.new_link_requested'],
      prepare: async () => {
        const { email } = await open();
        const token = await tokenOf(email);
        return () => setting().world.nobody.post('/api/v1/invitations/request-new-link', { token });
      },
    },
    {
      name: 'changing a site role',
      actions: ['site_member.role_changed'],
      prepare: async () => {
        const { id } = await member();
        return () => setting().siteOwner.patch(`${site()}/members/${id}`, { role: 'seo_specialist' });
      },
    },
    {
      name: 'setting an end of access',
      actions: ['site_member.access_until_changed'],
      prepare: async () => {
        const { id } = await member();
        return () =>
          setting().siteOwner.patch(`${site()}/members/${id}`, { accessUntil: '2099-01-01T00:00:00.000Z' });
      },
    },
    {
      name: 'removing from a site',
      actions: ['site_member.removed', 'account_member.removed'],
      prepare: async () => {
        const { id } = await member();
        return () => setting().siteOwner.delete(`${site()}/members/${id}`);
      },
    },
    {
      name: 'restoring to a site',
      actions: ['account_member.restored', 'site_member.restored'],
      prepare: async () => {
        const { id } = await member();
        await setting().siteOwner.delete(`${site()}/members/${id}`);
        return () => setting().siteOwner.post(`${site()}/members/${id}/restore`);
      },
    },
    {
      name: 'leaving a site',
      actions: ['site_member.left', 'account_member.left'],
      prepare: async () => {
        const who = await member();
        return () => who.post(`${site()}/leave`);
      },
    },
    {
      name: 'changing an account role',
      actions: ['account_member.role_changed'],
      prepare: async () => {
        const { id } = await member();
        return () => setting().sarah.patch(`${account()}/members/${id}`, { role: 'viewer' });
      },
    },
    {
      name: 'removing from the account',
      actions: ['account_member.removed', 'site_member.removed'],
      prepare: async () => {
        const { id } = await member();
        return () => setting().sarah.delete(`${account()}/members/${id}`, { reason: 'project ended' });
      },
    },
    {
      name: 'assigning to a site',
      actions: ['site_member.assigned'],
      prepare: async () => {
        const who = await setting().world.enroll(await somebody(), setting().agency, 'viewer');
        return () =>
          setting().sarah.post(`${account()}/members/${who.id}/sites`, {
            assignments: [{ siteId: setting().site.id, role: 'developer' }],
          });
      },
    },
    {
      name: 'creating a site',
      actions: ['site.created', 'site_member.joined'],
      prepare: async () => () =>
        setting().sarah.post(`${account()}/sites`, { name: `Site ${(number += 1)}`, domain: 'site.example' }),
    },
    {
      name: 'renaming a site',
      actions: ['site.updated'],
      prepare: async () => () => setting().siteOwner.patch(site(), { name: `Northwind ${(number += 1)}` }),
    },
    {
      name: 'deleting a site',
      actions: [
        'site.deleted',
        'site_member.removed',
        'site_member.removed',
        'account_member.removed',
        'invitation.revoked',
      ],
      prepare: async () => {
        const short = await setting().world.site(setting().siteOwner, setting().agency, 'Short-lived');
        await setting().world.place(await somebody(), setting().agency, short, 'developer');
        await setting().siteOwner.post(`/api/v1/sites/${short.id}/invitations`, {
          email: `open-${(number += 1)}@people.example`,
          role: 'developer',
        });
        return () => setting().siteOwner.delete(`/api/v1/sites/${short.id}`);
      },
    },
    ...keyChangesIn(setting),
    ...accountChangesIn(setting),
    ...siteDataChangesIn(setting),
    ...ssoChangesIn(setting),
    ...webhookChangesIn(setting),
    ...contentChangesIn(setting),
  ];
}
