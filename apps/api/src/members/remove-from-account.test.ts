import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { countEvents, eventsOf, inAccount, invitationState } from './testing/records.ts';

let s: Setting;
let number = 0;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const somebody = () => s.world.person(`Person ${(number += 1)}`);
const newSite = () => s.world.site(s.siteOwner, s.agency, `Site ${(number += 1)}`);
const enrolled = async (role: Parameters<typeof s.world.enroll>[2]) =>
  s.world.enroll(await somebody(), s.agency, role);
const invited = (by: Person, site: Site, email: string, role = 'developer') =>
  by.post(`/api/v1/sites/${site.id}/invitations`, { email, role });
const guest = () => `guest${(number += 1)}@people.example`;

describe('removing somebody from the account', () => {
  it('ends everything they held in it, under one correlation id, and nothing of another account [R31, R41]', async () => {
    const alex = await enrolled('admin');
    const [one, two, three] = [await newSite(), await newSite(), await newSite()];
    await s.world.place(alex, s.agency, one, 'developer');
    await s.world.place(alex, s.agency, two, 'owner');
    const own = await s.world.account(alex, 'Alex Alone');
    const mine = await s.world.site(alex, own, 'Own site');
    const [sent, received] = [
      await invited(alex, three, guest()),
      await invited(s.siteOwner, three, alex.email),
    ];
    const untouched = await invited(s.siteOwner, three, guest());

    const answer = await s.sarah.delete(inAccount(s.agency, alex), { reason: 'Left the company' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      removedSites: 2,
      revokedInvitations: 2,
      revokedApiKeys: 0,
      correlationId: expect.any(String),
    });
    for (const path of [
      `/api/v1/accounts/${s.agency.id}`,
      `/api/v1/sites/${one.id}`,
      `/api/v1/sites/${two.id}`,
      `/api/v1/sites/${three.id}`,
    ])
      expect((await alex.get(path)).status).toBe(404);
    expect((await alex.get(`/api/v1/sites/${mine.id}`)).body.role).toBe('owner');
    expect((await alex.get('/api/v1/me')).body.accounts.map((account: { id: string }) => account.id)).toEqual(
      [own.id],
    );
    expect((await invitationState(s.world, sent.body.id))?.state).toBe('revoked');
    expect((await invitationState(s.world, received.body.id))?.state).toBe('revoked');
    expect((await invitationState(s.world, untouched.body.id))?.state).toBe('pending');

    const events = await eventsOf(s.world, answer.body.correlationId);
    expect(events.map((event) => event.action).sort()).toEqual([
      'account_member.removed',
      'invitation.revoked',
      'invitation.revoked',
      'site_member.removed',
      'site_member.removed',
    ]);
    expect(events[0]).toMatchObject({
      actorId: s.sarah.id,
      before: { role: 'admin' },
      reason: 'Left the company',
    });
    const sites = events.filter((event) => event.action === 'site_member.removed');
    expect(sites.map((event) => [event.siteId, event.before?.['role']]).sort()).toEqual(
      [
        [one.id, 'developer'],
        [two.id, 'owner'],
      ].sort(),
    );
    expect((await s.world.inbox.newest(alex.email)).subject).toBe(
      `You no longer have access to ${s.agency.name}`,
    );
  });

  it('keeps the invitations they sent when the remover adopts them [R23]', async () => {
    const alex = await enrolled('admin');
    const site = await newSite();
    const sent = await invited(alex, site, guest(), 'owner');
    const answer = await s.sarah.delete(inAccount(s.agency, alex), { adoptInvitations: true });
    expect(answer.body).toMatchObject({ removedSites: 0, revokedInvitations: 0 });
    expect(await invitationState(s.world, sent.body.id)).toEqual({ state: 'pending', invitedBy: s.sarah.id });
    expect((await eventsOf(s.world, answer.body.correlationId)).map((event) => event.action)).toEqual([
      'account_member.removed',
      'invitation.adopted',
    ]);
  });

  it('shows beforehand what it would end, and changes nothing by showing it [R10, R32]', async () => {
    const alex = await enrolled('admin');
    const [alone, shared, third] = [
      await s.world.site(alex, s.agency, 'Alone'),
      await newSite(),
      await newSite(),
    ];
    await s.world.place(alex, s.agency, shared, 'owner');
    const [sent, received] = [
      await invited(alex, third, guest(), 'owner'),
      await invited(s.siteOwner, third, alex.email),
    ];
    const before = await countEvents(s.world);
    const preview = await s.admin.get(inAccount(s.agency, alex, '/removal'));
    expect(preview.status).toBe(200);
    const place = { id: third.id, name: third.name };
    expect(preview.body).toEqual({
      sites: expect.arrayContaining([
        { id: alone.id, name: 'Alone', role: 'owner' },
        { id: shared.id, name: shared.name, role: 'owner' },
      ]),
      sitesWithoutOwner: [{ id: alone.id, name: 'Alone' }],
      apiKeys: [],
      invitationsSent: [{ id: sent.body.id, email: sent.body.email, role: 'owner', site: place }],
      pendingInvitations: [{ id: received.body.id, email: alex.email, role: 'developer', site: place }],
    });
    expect(preview.body.sites).toHaveLength(2);
    expect(await countEvents(s.world)).toBe(before);
    // Never blocked by the last Owner.
    expect((await s.admin.delete(inAccount(s.agency, alex))).body).toMatchObject({
      removedSites: 2,
      revokedInvitations: 2,
    });
    expect((await s.admin.get(`/api/v1/sites/${alone.id}`)).status).toBe(200);
  });

  it('is for owner and admins, never over the owner, never over oneself [R6, R8, R9]', async () => {
    const [member, viewer] = [await enrolled('member'), await enrolled('viewer')];
    for (const [by, who, status, code] of [
      [member, viewer, 403, 'permission.denied'],
      [viewer, viewer, 403, 'permission.denied'],
      [s.siteOwner, viewer, 403, 'permission.denied'],
      [s.platformAdmin, viewer, 403, 'permission.denied'],
      [member, { id: '0190f000-0000-7000-8000-000000000001' }, 403, 'permission.denied'],
      [s.admin, s.sarah, 409, 'account.last_owner'],
      [s.admin, s.admin, 403, 'member.is_yourself'],
      [s.sarah, s.sarah, 403, 'member.is_yourself'],
      [s.sarah, await somebody(), 404, 'member.not_found'],
      [s.sarah, { id: 'x' }, 404, 'member.not_found'],
      [await somebody(), viewer, 404, 'not_found'],
    ] as const)
      for (const answer of [
        await by.delete(inAccount(s.agency, who)),
        await by.get(inAccount(s.agency, who, '/removal')),
      ])
        expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await viewer.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('viewer');
  });

  it('refuses what it does not know in the body', async () => {
    const alex = await enrolled('viewer');
    for (const body of [{ adopt: true }, { adoptInvitations: 'yes' }, { reason: 5 }])
      expect((await s.sarah.delete(inAccount(s.agency, alex), body)).status).toBe(422);
  });
});
