import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import type { Caller } from '../testing/people.ts';

let s: Setting;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/sites/${s.site.id}/invitations`;
});
afterAll(() => s.world.stop());

const PASSWORD = 'lantern otter 42 quilt';

async function invite(email: string, role = 'content_editor') {
  const { body } = await s.siteOwner.post(path, { email, role });
  return { id: body.id as string, token: await s.world.inbox.token(body.email) };
}
const accept = (by: Caller, token: string, more: object = {}) =>
  by.post('/api/v1/invitations/accept', { token, ...more });
const decline = (by: Caller, token: string, reason?: string) =>
  by.post('/api/v1/invitations/decline', { token, ...(reason ? { reason } : {}) });
const lookup = async (by: Caller, token: string) =>
  (await by.post('/api/v1/invitations/lookup', { token })).body;
const rolesOf = async (email: string) => [
  ...(await s.world.deps.database.orm.execute<{ role: string }>(
    sql`select m.role from site_member m join "user" u on u.id = m.user_id where u.email = ${email} and m.site_id = ${s.site.id}`,
  )),
];

describe('accepting as a new person [R21, R22]', () => {
  it('creates the person, joins them and signs them in', async () => {
    const { token, id } = await invite('alex@people.example');
    expect(await lookup(s.world.nobody, token)).toMatchObject({
      state: 'open',
      person: 'new',
      signedIn: 'no',
      roleLabel: 'Content Editor',
      email: 'alex@people.example',
    });
    const answer = await accept(s.world.nobody, token, { name: 'Alex Rivera', password: PASSWORD });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'accepted',
        redirectTo: `/admin/${s.agency.slug}/${s.site.slug}`,
        site: { id: s.site.id },
      },
    });
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    const me = await s.world.app.request('/api/v1/me', { headers: { cookie } });
    expect(await me.json()).toMatchObject({
      user: { email: 'alex@people.example', name: 'Alex Rivera' },
      sites: [{ id: s.site.id, role: 'content_editor' }],
    });
    const events = await s.world.deps.database.orm.execute<{ action: string }>(
      sql`select action from audit_event where correlation_id = (select correlation_id from audit_event where target_id = ${id} and action = 'invitation.accepted') order by seq`,
    );
    expect([...events].map((event) => event.action)).toEqual([
      'invitation.accepted',
      'account_member.joined',
      'site_member.joined',
    ]);
    expect((await s.world.inbox.newest(s.siteOwner.email, 'Alex')).to).toBe(s.siteOwner.email);
  });

  it('needs a name and a password of 12 characters that is not common, and loses nothing when they are missing', async () => {
    const { token } = await invite('weak@people.example');
    for (const [more, fields] of [
      [{}, ['name', 'password']],
      [{ name: 'Weak', password: 'short' }, ['password']],
      [{ name: 'Weak', password: 'passwordpassword' }, ['password']],
      [{ name: '\u202e', password: PASSWORD }, ['name']],
    ] as const) {
      const answer = await accept(s.world.nobody, token, more);
      expect(answer).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
      expect(Object.keys(answer.body.fields).sort()).toEqual([...fields]);
    }
    expect((await lookup(s.world.nobody, token)).state).toBe('open');
  });

  it('refuses to be told role, place, address or expiry [A-014]', async () => {
    const { token } = await invite('extra@people.example');
    for (const extra of [
      { role: 'owner' },
      { siteId: s.site.id },
      { accountId: s.agency.id },
      { email: 'x@y.example' },
      { expiresAt: '2030-01-01T00:00:00Z' },
    ])
      expect((await accept(s.world.nobody, token, { name: 'N', password: PASSWORD, ...extra })).status).toBe(
        422,
      );
  });

  it('replaces an unverified sign-up that squats on the address [A-035]', async () => {
    const email = 'squat@people.example';
    await s.world.nobody.post('/api/auth/sign-up/email', {
      name: 'Squatter',
      email,
      password: 'squatters-own-password',
    });
    const { token } = await invite(email);
    expect((await lookup(s.world.nobody, token)).person).toBe('new');
    expect((await accept(s.world.nobody, token, { name: 'Real One', password: PASSWORD })).status).toBe(200);
    const signIn = (password: string) => s.world.nobody.post('/api/auth/sign-in/email', { email, password });
    expect((await signIn('squatters-own-password')).status).toBe(401);
    expect((await signIn(PASSWORD)).status).toBe(200);
  });
});

describe('accepting as somebody who exists [R21]', () => {
  it('joins at once when signed in with the invited address', async () => {
    const tom = await s.world.person('Tom Halley');
    const { token } = await invite(tom.email);
    expect(await lookup(tom, token)).toMatchObject({ person: 'existing', signedIn: 'same' });
    expect((await accept(tom, token)).body.status).toBe('accepted');
    expect(await rolesOf(tom.email)).toEqual([{ role: 'content_editor' }]);
  });

  it('asks to sign in first: a mailbox link is not a sign-in [A-037]', async () => {
    const rita = await s.world.person('Rita Vega');
    const { token } = await invite(rita.email);
    const answer = await accept(s.world.nobody, token, { name: 'Thief', password: PASSWORD });
    expect(answer).toMatchObject({ status: 401, body: { code: 'invitation.sign_in_required' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await accept(rita, token)).status).toBe(200);
  });

  it('refuses somebody else, consumes nothing, and works after switching [A-036]', async () => {
    const lena = await s.world.person('Lena Park');
    const { token } = await invite(lena.email);
    const stranger = await s.world.person('Dev Stranger');
    expect((await lookup(stranger, token)).signedIn).toBe('other');
    expect(await accept(stranger, token)).toMatchObject({
      status: 409,
      body: { code: 'invitation.wrong_person' },
    });
    expect((await decline(stranger, token)).body.code).toBe('invitation.wrong_person');
    expect((await accept(lena, token)).status).toBe(200);
  });

  it('never changes a role the person got another way meanwhile [R22, A-039]', async () => {
    for (const role of ['owner', 'support_agent'] as const) {
      const person = await s.world.person(`Already ${role}`);
      const { token, id } = await invite(person.email, 'developer');
      await s.world.place(person, s.agency, s.site, role);
      expect((await accept(person, token)).body.status).toBe('already_accepted');
      expect(await rolesOf(person.email)).toEqual([{ role }]);
      expect((await s.siteOwner.get(`${path}/${id}`)).body.status).toBe('accepted');
    }
  });

  it('answers a repeat by the same person with 200 already_accepted, and nobody else gets anything [A-024]', async () => {
    const grace = await s.world.person('Grace Kim');
    const { token } = await invite(grace.email);
    await accept(grace, token);
    expect(await accept(grace, token)).toMatchObject({ status: 200, body: { status: 'already_accepted' } });
    expect(await accept(s.world.nobody, token)).toMatchObject({
      status: 401,
      body: { code: 'invitation.sign_in_required' },
    });
    expect(await accept(s.sarah, token)).toMatchObject({
      status: 409,
      body: { code: 'invitation.wrong_person' },
    });
    expect(await rolesOf(grace.email)).toHaveLength(1);
  });
});
