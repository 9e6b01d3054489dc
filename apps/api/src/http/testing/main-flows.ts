import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { expect } from 'vitest';
import type { World } from '../../testing/world.ts';
import type { Browser, Canaries } from './canaries.ts';

const TOO_SHORT = 'canary';

/** What people do from the first sign-up to the last removal, and all of it while the database fails. */
export async function mainFlows(world: World, canaries: Canaries, owner: postgres.Sql): Promise<void> {
  const { passwords, browser, tokenTo } = canaries;
  const sarah = browser();
  const email = 'sarah.canary@people.example';
  const post = '/api/auth';
  await sarah.send('post', `${post}/sign-up/email`, { name: 'Sarah', email, password: TOO_SHORT });
  await sarah.send('post', `${post}/sign-up/email`, { name: 'Sarah', email, password: passwords.first });
  await sarah.send('post', `${post}/sign-in/email`, { email, password: passwords.wrong });
  expect((await sarah.send('get', `${post}/verify-email?token=${await tokenTo(email)}`)).status).toBe(200);
  await sarah.send('post', `${post}/request-password-reset`, { email });
  const reset = await tokenTo(email, 'password');
  await sarah.send('post', `${post}/reset-password`, { token: `${reset}x`, newPassword: passwords.second });
  expect(
    (await sarah.send('post', `${post}/reset-password`, { token: reset, newPassword: passwords.second }))
      .status,
  ).toBe(200);
  expect(
    (await sarah.send('post', `${post}/sign-in/email`, { email, password: passwords.second })).status,
  ).toBe(200);

  const key = { 'idempotency-key': 'canary-key' };
  const agency = (await sarah.send('post', '/api/v1/accounts', { name: 'Agency' }, key)).body.id;
  const site = (
    await sarah.send(
      'post',
      `/api/v1/accounts/${agency}/sites`,
      { name: 'Site', domain: 'site.example' },
      key,
    )
  ).body.id;
  const at = `/api/v1/sites/${site}/invitations`;
  const guest = 'guest.canary@people.example';
  const invited = await sarah.send('post', at, { email: guest, role: 'developer' }, key);
  await sarah.send('post', at, { email: guest, role: 'developer' }, key);
  const old = await tokenTo(guest);
  await world.deps.database.orm.execute(sql`
    update invitation set sent_at = sent_at - interval '1 minute' where id = ${invited.body.id}`);
  await sarah.send('post', `${at}/${invited.body.id}/resend`, {}, key);
  const token = await tokenTo(guest, undefined, old);
  const friend = browser();
  for (const one of [old, token, `${token}x`, token.toUpperCase()])
    await friend.send('post', '/api/v1/invitations/lookup', { token: one });
  await friend.send('post', '/api/v1/invitations/request-new-link', { token: old });
  const accept = { token, name: 'Guest', password: passwords.invitee };
  await friend.send('post', '/api/v1/invitations/accept', { ...accept, password: TOO_SHORT });
  expect((await friend.send('post', '/api/v1/invitations/accept', accept, key)).status).toBe(200);
  await friend.send('post', '/api/v1/invitations/accept', accept, key);
  const { body } = await friend.send('get', '/api/v1/me');

  const other = 'other.canary@people.example';
  await sarah.send('post', `/api/v1/accounts/${agency}/invitations`, { email: other, role: 'viewer' }, key);
  await friend.send('post', '/api/v1/invitations/decline', { token: await tokenTo(other) });
  const member = `/api/v1/sites/${site}/members/${body.user.id}`;
  await sarah.send('patch', member, { role: 'seo_specialist' });
  for (const path of [
    at,
    `${at}?status=accepted`,
    `${at}/${invited.body.id}`,
    `/api/v1/sites/${site}/members`,
    `/api/v1/accounts/${agency}/members/${body.user.id}`,
    `/api/v1/accounts/${agency}/site-invitations`,
    `/api/v1/accounts/${agency}/invitations?status=declined`,
    '/api/openapi.json',
  ])
    expect([path, (await sarah.send('get', path)).status]).toEqual([path, 200]);
  await keyFlow(canaries, sarah, site, key);
  await forcedErrors(canaries, owner, { sarah, friend }, { at, token, email, agency });
  await sarah.send('delete', member, { reason: 'Over' });
  await friend.send('post', `${post}/sign-out`, {});
}

/** An API key from its making to its end. The one answer that shows it is not among those that are searched. */
async function keyFlow(
  { answered, tokens, browser }: Canaries,
  maker: Browser,
  site: string,
  once: Record<string, string>,
): Promise<void> {
  const at = `/api/v1/sites/${site}/api-keys`;
  const made = await maker.send('post', at, { name: 'Canary', permissions: ['site.view'] }, once);
  expect(made.status).toBe(201);
  answered.pop();
  const { id, key } = made.body as { id: string; key: string };
  tokens.push(key, key.slice(12));
  const call = (text: string) =>
    browser().send('get', `/api/v1/sites/${site}`, undefined, { authorization: `Bearer ${text}` });
  expect([(await call(key)).status, (await call(`${key}x`)).status]).toEqual([200, 401]);
  expect((await maker.send('get', at)).status).toBe(200);
  expect((await maker.send('delete', `${at}/${id}`, {})).status).toBe(204);
  expect((await call(key)).status).toBe(401);
}

/** The database fails under each kind of request: what the log says then is what nobody thought of. */
async function forcedErrors(
  { passwords, browser }: Canaries,
  owner: postgres.Sql,
  { sarah, friend }: Readonly<Record<'sarah' | 'friend', Browser>>,
  { at, token, email, agency }: Record<'at' | 'token' | 'email' | 'agency', string>,
): Promise<void> {
  const broken: number[] = [];
  const tries = async () => {
    const invite = { email: 'unlucky.canary@people.example', role: 'developer', note: 'Hello' };
    broken.push((await sarah.send('post', at, invite)).status);
    broken.push(
      (await sarah.send('get', `/api/v1/accounts/${agency}/members?q=sarah.canary@people.example`)).status,
    );
    broken.push((await friend.send('post', '/api/v1/invitations/lookup', { token })).status);
    broken.push(
      (await browser().send('post', '/api/auth/sign-in/email', { email, password: passwords.second })).status,
    );
    broken.push(
      (
        await browser().send('post', '/api/auth/sign-up/email', {
          name: 'New',
          email: 'new.canary@people.example',
          password: passwords.first,
        })
      ).status,
    );
  };
  await owner`alter table "user" rename column email to address`;
  await tries();
  await owner`alter table "user" rename column address to email`;
  await owner`alter table session rename column token to code`;
  await tries();
  await owner`alter table session rename column code to token`;
  await owner`revoke insert on audit_event from keyholder_app`;
  await tries();
  await owner`grant insert on audit_event to keyholder_app`;
  // They did fail: else the search below would prove nothing.
  expect(broken.filter((status) => status >= 500).length).toBeGreaterThan(5);
}
