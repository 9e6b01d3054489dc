import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startCompanyProvider } from '../testing/company-provider.ts';
import type { CompanyProvider } from '../testing/company-provider.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Account, Person } from '../testing/people.ts';
import { connect, endingOf, pathOf, sessionOf, signInAt, visitorOf } from '../testing/sso-visitor.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let provider: CompanyProvider;
let sarah: Person;
let account: Account;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  provider = await startCompanyProvider();
  sarah = await world.person('Sarah Chen', 'sarah@agency.example');
  account = await world.account(sarah, 'Acme');
  await connect(world, sarah, account, provider, ['acme.example'], { enforced: true });
});
afterAll(async () => {
  await provider.stop();
  await world.stop();
});

let number = 0;
/** Somebody whom the provider knows, with an open invitation to the account. */
async function invited(name = 'Alex Rivera') {
  const email = `colleague-${(number += 1)}@acme.example`;
  provider.know({ sub: `sub-${number}`, email, email_verified: true, name });
  await sarah.post(`/api/v1/accounts/${account.id}/invitations`, { email, role: 'member' });
  return { email, sub: `sub-${number}`, token: await world.inbox.token(email) };
}
const accept = '/api/v1/invitations/accept';
const lookup = '/api/v1/invitations/lookup';
const people = async (email: string) =>
  (await world.deps.database.sql`select id from "user" where email = ${email}`).length;

describe('an invitation to the account of a company with single sign-on', () => {
  it('is accepted by a new person who signs in at the real provider [R21]', async () => {
    const { email, sub, token } = await invited();
    const visitor = visitorOf(world);
    expect((await visitor.post(lookup, { token })).body).toMatchObject({ sso: 'required', person: 'new' });

    const answer = await signInAt(visitor, provider, sub, { email, next: '/invitation', invitation: token });
    expect(answer.status).toBe(302);
    expect(endingOf(answer)).toEqual({ path: '/invitation', sso: null, was: null });
    const me = await visitor.get('/api/v1/me');
    expect(me.body).toMatchObject({ user: { name: 'Alex Rivera', email }, accounts: [] });

    const joined = await visitor.post(accept, { token });
    expect(joined.body).toMatchObject({ status: 'accepted', redirectTo: `/${account.slug}` });
    expect((await visitor.get('/api/v1/me')).body.accounts).toMatchObject([
      { id: account.id, role: 'member' },
    ]);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('creates nobody when another address comes back, and says which one (ui brief K)', async () => {
    const { email, token } = await invited();
    provider.know({ sub: 'jo', email: 'jo@acme.example', email_verified: true });
    const visitor = visitorOf(world);
    const answer = await signInAt(visitor, provider, 'jo', { email, next: '/invitation', invitation: token });
    expect(endingOf(answer)).toEqual({ path: '/invitation', sso: 'other', was: 'jo@acme.example' });
    expect(sessionOf(visitor)).toBeUndefined();
    expect([await people('jo@acme.example'), await people(email)]).toEqual([0, 0]);
    const [seen] = await world.deps.database.sql`
      select detail from security_event where action = 'sso.refused' and account_id = ${account.id}`;
    expect(seen).toEqual({ detail: { reason: 'other_address' } });
    // Another try, at the right account, goes through with the same link.
    const again = await signInAt(visitor, provider, `sub-${number}`, { email, invitation: token });
    expect(sessionOf(visitor)).toBeDefined();
    expect(again.status).toBe(302);
  });

  it('refuses a password in place of it', async () => {
    const { token } = await invited();
    const answer = await world.nobody.post(accept, {
      token,
      name: 'Alex',
      password: 'lantern otter 42 quilt',
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'invitation.sso_required']);
  });

  it('is the only way to a new person: without one nobody is made', async () => {
    provider.know({ sub: 'nobody', email: 'nobody@acme.example', email_verified: true });
    const visitor = visitorOf(world);
    const answer = await signInAt(visitor, provider, 'nobody', { email: 'nobody@acme.example' });
    expect(endingOf(answer)).toMatchObject({ path: '/sign-in', sso: 'nobody_here' });
    expect(await people('nobody@acme.example')).toBe(0);
  });
});

describe('a person of the company', () => {
  it('signs in again by identity, also when the provider has given them another address', async () => {
    const { email, sub, token } = await invited('Rita Vega');
    const first = visitorOf(world);
    await signInAt(first, provider, sub, { email, invitation: token });
    provider.know({ sub, email: 'rita.married@acme.example', email_verified: true });
    const second = visitorOf(world);
    const answer = await signInAt(second, provider, sub, { email, next: '/me' });
    expect(endingOf(answer)).toEqual({ path: '/me', sso: null, was: null });
    expect((await second.get('/api/v1/me')).body.user.email).toBe(email);
  });

  it('links what they are here already by signing in as before, password and all', async () => {
    const { email, sub, token } = await invited();
    const password = 'lantern otter 42 quilt';
    const signUp = () =>
      world.nobody.post('/api/auth/sign-up/email', { name: 'Tom Halley', email, password });
    expect((await signUp()).body.code).toBe('auth.sso_required');
    const require = (enforced: boolean) =>
      world.deps.database.sql`update sso_connection set enforced = ${enforced}`;
    await require(false);
    expect((await signUp()).status).toBe(200);
    await require(true);
    await world.deps.database.sql`update "user" set email_verified = true where email = ${email}`;
    const signIn = '/api/auth/sign-in/email';
    expect((await world.nobody.post(signIn, { email, password })).body.code).toBe('auth.sso_required');

    const visitor = visitorOf(world);
    const answer = await signInAt(visitor, provider, sub, { email, next: '/invitation', invitation: token });
    expect(endingOf(answer)).toMatchObject({ path: '/sign-in', sso: 'link' });
    expect(sessionOf(visitor)).toBeUndefined();
    expect((await visitor.get('/api/auth/sso/link')).body).toEqual({ email });
    expect((await visitor.post('/api/auth/sso/link', {})).status).toBe(401);
    expect((await visitor.post(signIn, { email, password: 'wrong' })).body.code).toBe('auth.required');
    expect((await visitor.post(signIn, { email, password })).status).toBe(200);
    expect((await visitor.post('/api/auth/sso/link', {})).body).toEqual({ next: '/invitation' });
    // Once: the same browser has nothing more to link.
    expect((await visitor.post('/api/auth/sso/link', {})).status).toBe(404);

    const next = visitorOf(world);
    expect(endingOf(await signInAt(next, provider, sub, { email }))).toMatchObject({ path: '/', sso: null });
    expect((await next.get('/api/v1/me')).body.user).toMatchObject({ name: 'Tom Halley', email });
  });

  it('cannot have somebody else link it', async () => {
    const { email, sub, token } = await invited();
    await world.person('Target', email);
    const other = await world.person('Other');
    const visitor = visitorOf(world, other);
    await signInAt(visitor, provider, sub, { email, invitation: token });
    expect((await visitor.post('/api/auth/sso/link', {})).status).toBe(404);
    expect(await world.deps.database.sql`select 1 from sso_identity where subject = ${sub}`).toHaveLength(0);
  });

  it('is asked by the provider again before what needs a new sign-in, and only then [A-012]', async () => {
    const { email, sub, token } = await invited();
    const visitor = visitorOf(world);
    const browser = provider.browser();
    await signInAt(visitor, provider, sub, { email, invitation: token }, browser);
    await world.deps.database
      .sql`delete from session using "user" u where u.id = user_id and u.email = ${email}`;
    // The provider knows its visitor and lets them pass: signed in, but nothing is confirmed by it.
    await world.deps.database.sql`select 1`;
    const started = await visitor.post('/api/auth/sso/start', { email });
    const passed = await browser.signIn(started.body.redirectTo, sub);
    expect(passed.asked).toBe(false);
    await visitor.get(pathOf(passed.back));
    const fresh = async () =>
      (
        await world.deps.database.sql<{ fresh: boolean }[]>`
        select ss.fresh from sso_session ss join session s on s.id = ss.session_id
        join "user" u on u.id = s.user_id where u.email = ${email} order by s.created_at desc limit 1`
      )[0]?.fresh;
    expect(await fresh()).toBe(false);
    const confirming = await visitor.post('/api/auth/sso/start', { email, fresh: true });
    const confirmed = await browser.signIn(confirming.body.redirectTo, sub);
    expect(confirmed.asked).toBe(true);
    expect(endingOf(await visitor.get(pathOf(confirmed.back))).sso).toBeNull();
    expect(await fresh()).toBe(true);
  });
});
