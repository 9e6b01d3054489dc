import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { countEvents, eventsAbout, inAccount, invitationState } from './testing/records.ts';

let s: Setting;
let number = 0;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const enrolled = async (role: Parameters<typeof s.world.enroll>[2]) =>
  s.world.enroll(await s.world.person(`Person ${(number += 1)}`), s.agency, role);

describe('changing an account role', () => {
  it('is in force at the next request, audited and mailed [R29, R41]', async () => {
    const alex = await enrolled('viewer');
    const sites = `/api/v1/accounts/${s.agency.id}/sites`;
    expect((await alex.post(sites, { name: 'Early', domain: 'early.example' })).status).toBe(403);
    const answer = await s.admin.patch(inAccount(s.agency, alex), { role: 'member' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      user: { id: alex.id, name: alex.name, email: alex.email },
      role: 'member',
    });
    expect((await alex.post(sites, { name: 'Later', domain: 'later.example' })).status).toBe(201);
    const [event] = await eventsAbout(s.world, alex);
    expect(event).toMatchObject({
      action: 'account_member.role_changed',
      actorId: s.admin.id,
      siteId: null,
      before: { role: 'viewer' },
      after: { role: 'member' },
    });
    expect((await s.world.inbox.newest(alex.email)).subject).toBe(
      `Your role in ${s.agency.name} is now Member`,
    );
  });

  it('raises a collaborator, who then stays without a site [R2]', async () => {
    const alex = await s.world.place(
      await s.world.person(`Person ${(number += 1)}`),
      s.agency,
      s.site,
      'developer',
    );
    expect((await s.admin.patch(inAccount(s.agency, alex), { role: 'viewer' })).status).toBe(200);
    expect((await alex.post(`/api/v1/sites/${s.site.id}/leave`)).status).toBe(204);
    expect((await alex.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('viewer');
  });

  it('never gives owner or collaborator, never touches the owner, nor oneself [R1, R2, R8, R9]', async () => {
    const [alex, member] = [await enrolled('viewer'), await enrolled('member')];
    for (const [by, who, role, status, code] of [
      [s.admin, alex, 'owner', 403, 'role.not_grantable'],
      [s.sarah, alex, 'owner', 403, 'role.not_grantable'],
      [s.admin, alex, 'collaborator', 403, 'role.not_grantable'],
      [s.admin, s.sarah, 'viewer', 403, 'role.not_manageable'],
      [s.admin, s.admin, 'member', 403, 'member.is_yourself'],
      [s.sarah, s.sarah, 'admin', 403, 'member.is_yourself'],
      [member, alex, 'admin', 403, 'permission.denied'],
      [member, member, 'admin', 403, 'permission.denied'],
      [s.siteOwner, alex, 'admin', 403, 'permission.denied'],
      [s.platformAdmin, s.sarah, 'viewer', 403, 'permission.denied'],
      [s.admin, await s.world.person(`Person ${(number += 1)}`), 'viewer', 404, 'member.not_found'],
      [s.admin, { id: 'x' }, 'viewer', 404, 'member.not_found'],
      [s.admin, alex, 'editor', 422, 'validation.failed'],
    ] as const) {
      const answer = await by.patch(inAccount(s.agency, who), { role });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await alex.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('viewer');
    expect((await s.sarah.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('owner');
  });

  it('ends the invitations that a lowered admin can no longer stand behind [R23]', async () => {
    const alex = await enrolled('admin');
    const sent = await alex.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'guest@people.example',
      role: 'owner',
    });
    await s.sarah.patch(inAccount(s.agency, alex), { role: 'viewer' });
    expect((await invitationState(s.world, sent.body.id))?.state).toBe('revoked');
    const events = await eventsAbout(s.world, alex);
    expect(events.map((event) => event.action)).toEqual(['account_member.role_changed']);
  });

  it('to what it is already writes nothing', async () => {
    const alex = await enrolled('member');
    const before = await countEvents(s.world);
    expect((await s.sarah.patch(inAccount(s.agency, alex), { role: 'member' })).status).toBe(200);
    expect(await countEvents(s.world)).toBe(before);
  });
});
