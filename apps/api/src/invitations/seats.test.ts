import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation } from '../testing/clock.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

// The smallest plan has five seats; the setting fills four of them: Sarah, Priya, Amara, Wei.

let s: Setting;
let path: string;
beforeEach(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/sites/${s.site.id}/invitations`;
  await s.world.deps.database.orm.execute(sql`update account set plan = 'starter' where id = ${s.agency.id}`);
});
afterEach(() => s.world.stop());

const seats = async () => (await s.sarah.get(`/api/v1/accounts/${s.agency.id}`)).body.plan;
const invite = (email: string) => s.siteOwner.post(path, { email, role: 'developer' });

describe('seats [R24]', () => {
  it('are reserved by open invitations of people who are not in the account yet', async () => {
    expect(await seats()).toMatchObject({ seatLimit: 5, used: 4, reserved: 0 });
    expect((await invite('one@people.example')).status).toBe(201);
    expect(await seats()).toMatchObject({ used: 4, reserved: 1 });
    expect(await invite('two@people.example')).toMatchObject({
      status: 409,
      body: { code: 'seat.limit_reached', limit: 5, used: 4, reserved: 1 },
    });
  });

  it('cost nothing more for a person on more sites, or an address invited to more sites', async () => {
    await invite('one@people.example');
    const other = await s.world.site(s.sarah, s.agency, 'Harbour Dental');
    expect(
      (
        await s.sarah.post(`/api/v1/sites/${other.id}/invitations`, {
          email: 'one@people.example',
          role: 'developer',
        })
      ).status,
    ).toBe(201);
    expect((await invite(s.admin.email)).status).toBe(201);
  });

  it('are given up by expiry and taken again by resending, if one is free', async () => {
    const { body } = await invite('one@people.example');
    await ageInvitation(s.world, body.id, 49 * HOUR);
    expect((await invite('two@people.example')).status).toBe(201);
    expect(await s.siteOwner.post(`${path}/${body.id}/resend`)).toMatchObject({
      status: 409,
      body: { code: 'seat.limit_reached' },
    });
  });

  it('are checked again when accepting, without counting the own reservation', async () => {
    await invite('one@people.example');
    const token = await s.world.inbox.token('one@people.example');
    const late = await s.world.person('Late Comer');
    await s.world.enroll(late, s.agency, 'viewer');
    const accept = () =>
      s.world.nobody.post('/api/v1/invitations/accept', {
        token,
        name: 'One',
        password: 'lantern otter 42 quilt',
      });
    expect(await accept()).toMatchObject({ status: 409, body: { code: 'seat.limit_reached' } });
    await s.world.deps.database.orm.execute(sql`delete from account_member where user_id = ${late.id}`);
    expect((await accept()).status).toBe(200);
    expect(await seats()).toMatchObject({ used: 5, reserved: 0 });
  });
});
