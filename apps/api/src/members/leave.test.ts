import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import {
  endAccess,
  eventsAbout,
  inAccount,
  invitationState,
  onSite,
  roleOn,
  sitesOf,
} from './testing/records.ts';

let s: Setting;
let number = 0;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const somebody = () => s.world.person(`Person ${(number += 1)}`);
const leaveSite = () => `/api/v1/sites/${s.site.id}/leave`;
const leaveAccount = () => `/api/v1/accounts/${s.agency.id}/leave`;

describe('leaving a site', () => {
  it('works at once, is recorded as leaving, and the next request finds nothing [R8]', async () => {
    const alex = await s.world.place(await somebody(), s.agency, s.site, 'developer');
    expect((await alex.post(leaveSite())).status).toBe(204);
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).status).toBe(404);
    expect((await eventsAbout(s.world, alex)).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['site_member.left', alex.id],
      ['account_member.left', alex.id],
    ]);
  });

  it('is refused to the last Owner who can enter it, and allowed once there is another [R10]', async () => {
    const refused = await s.siteOwner.post(leaveSite());
    expect([refused.status, refused.body.code]).toEqual([409, 'site.last_owner']);
    const second = await s.world.place(await somebody(), s.agency, s.site, 'owner');
    await endAccess(s.world, s.site, second);
    expect((await s.siteOwner.post(leaveSite())).body.code).toBe('site.last_owner');
    await s.siteOwner.patch(onSite(s.site, second), { accessUntil: null });
    expect((await second.post(leaveSite())).status).toBe(204);
    expect(await roleOn(s.world, s.site, s.siteOwner)).toBe('owner');
  });

  it('ends the invitations that the person sent there [R23]', async () => {
    const sender = await s.world.place(await somebody(), s.agency, s.site, 'platform_admin');
    const sent = await sender.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'guest@people.example',
      role: 'developer',
    });
    expect((await sender.post(leaveSite())).status).toBe(204);
    expect((await invitationState(s.world, sent.body.id))?.state).toBe('revoked');
  });

  it('is nothing that somebody can do who is not on it', async () => {
    const seen = await s.admin.post(leaveSite());
    expect([seen.status, seen.body.code]).toEqual([404, 'not_found']);
    expect((await (await somebody()).post(leaveSite())).status).toBe(404);
    expect((await s.siteOwner.post(leaveSite(), { reason: 'x' })).status).toBe(422);
  });
});

describe('leaving an account', () => {
  it('ends every site, the record and what they sent; others cannot fetch them back [R8, R23, R33]', async () => {
    const alex = await s.world.enroll(await somebody(), s.agency, 'admin');
    await s.world.place(alex, s.agency, s.site, 'developer');
    const second = await s.world.site(s.siteOwner, s.agency, 'Harbor Bakery');
    await s.world.place(alex, s.agency, second, 'owner');
    const sent = await alex.post(`/api/v1/sites/${second.id}/invitations`, {
      email: 'guest2@people.example',
      role: 'developer',
    });
    expect((await alex.post(leaveAccount())).status).toBe(204);
    expect((await alex.get(`/api/v1/accounts/${s.agency.id}`)).status).toBe(404);
    expect(await sitesOf(s.world, alex)).toBe(0);
    expect((await invitationState(s.world, sent.body.id))?.state).toBe('revoked');
    const events = await eventsAbout(s.world, alex);
    expect(events.map((event) => event.action)).toEqual([
      'account_member.left',
      'site_member.left',
      'site_member.left',
    ]);
    expect(new Set(events.map((event) => event.correlationId)).size).toBe(1);
    const back = await s.sarah.post(inAccount(s.agency, alex, '/restore'));
    expect([back.status, back.body.code]).toEqual([409, 'member.not_restorable']);
  });

  it('is not stopped by being the last Owner of a site: the account owner stands in [R10]', async () => {
    const founder = await s.world.enroll(await somebody(), s.agency, 'member');
    const site = await s.world.site(founder, s.agency, 'Quiet Pine');
    expect((await founder.post(leaveAccount())).status).toBe(204);
    expect((await s.sarah.get(`/api/v1/sites/${site.id}`)).status).toBe(200);
  });

  it('is refused to its owner [R1]', async () => {
    const answer = await s.sarah.post(leaveAccount());
    expect([answer.status, answer.body.code]).toEqual([409, 'account.last_owner']);
    expect((await s.sarah.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('owner');
  });

  it('keeps the session for the other accounts of the person [R31]', async () => {
    const alex = await s.world.enroll(await somebody(), s.agency, 'viewer');
    const own = await s.world.account(alex, 'Alex Alone');
    await alex.post(leaveAccount());
    expect((await alex.get(`/api/v1/accounts/${own.id}`)).body.role).toBe('owner');
  });
});
