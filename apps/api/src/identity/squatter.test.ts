import { newId } from '@keyholder/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

it('takes the second factor, recovery codes and half sign-ins of an unverified squatter away with them [1.1.5, A-035]', async () => {
  const { sql } = s.world.deps.database;
  const [squatter, email] = [newId(), 'victim@people.example'];
  await sql`
    insert into "user" (id, name, email, email_verified, created_at, updated_at)
    values (${squatter}, 'Squatter', ${email}, false, now(), now())`;
  await sql`insert into two_factor (user_id, secret, confirmed_at, created_at) values (${squatter}, '\\x00', now(), now())`;
  await sql`insert into recovery_code (user_id, mac) values (${squatter}, '\\x01')`;
  await sql`
    insert into pending_sign_in (digest, user_id, expires_at, created_at)
    values (${Buffer.alloc(32, 7)}, ${squatter}, now() + interval '5 minutes', now())`;
  await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, { email, role: 'developer' });
  const token = await s.world.inbox.token(email);
  const password = 'lantern otter 42 quilt';
  const accepted = await s.world.nobody.post('/api/v1/invitations/accept', {
    token,
    name: 'Victim',
    password,
  });
  expect(accepted.status).toBe(200);
  const left = await sql`
    select user_id from two_factor where user_id = ${squatter} union all
    select user_id from recovery_code where user_id = ${squatter} union all
    select user_id from pending_sign_in where user_id = ${squatter}`;
  expect(left).toEqual([]);
  const signedIn = await s.world.nobody.post('/api/auth/sign-in/email', { email, password });
  expect(signedIn.body).toHaveProperty('user');
});
