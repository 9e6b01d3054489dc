import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startCompanyProvider } from '../testing/company-provider.ts';
import type { CompanyProvider } from '../testing/company-provider.ts';
import type { Account, Person } from '../testing/people.ts';
import { connect, endingOf, sessionOf, signInAt, visitorOf } from '../testing/sso-visitor.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let provider: CompanyProvider;
let otherProvider: CompanyProvider;
let sarah: Person;
let olga: Person;
let acme: Account;
let beta: Account;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  [provider, otherProvider] = await Promise.all([startCompanyProvider(), startCompanyProvider()]);
  sarah = await world.person('Sarah Chen', 'sarah@agency.example');
  olga = await world.person('Olga Brandt', 'olga@beta.example');
  acme = await world.account(sarah, 'Acme');
  beta = await world.account(olga, 'Beta');
  await connect(world, sarah, acme, provider, ['acme.example']);
  await connect(world, olga, beta, otherProvider, ['beta.example']);
});
afterAll(async () => {
  await Promise.all([provider.stop(), otherProvider.stop()]);
  await world.stop();
});

/** Somebody of beta who comes in through its own provider. */
async function colleagueOfBeta(sub: string) {
  const email = `${sub}@beta.example`;
  otherProvider.know({ sub, email, email_verified: true });
  await olga.post(`/api/v1/accounts/${beta.id}/invitations`, { email, role: 'member' });
  const visitor = visitorOf(world);
  const invitation = await world.inbox.token(email);
  await signInAt(visitor, otherProvider, sub, { email, invitation });
  expect(sessionOf(visitor)).toBeDefined();
  return { email, sub, userId: (await visitor.get('/api/v1/me')).body.user.id as string };
}
const identitiesOf = (userId: string) =>
  world.deps.database.sql`select connection_id from sso_identity where user_id = ${userId}`;

describe('the provider of one account and the people of another [A-090]', () => {
  it('never reaches them by address', async () => {
    const victim = await colleagueOfBeta('victor');
    // Acme's provider says that this is Victor's address, and that it is verified.
    provider.know({ sub: 'mallory', email: victim.email, email_verified: true });
    const visitor = visitorOf(world);
    const answer = await signInAt(visitor, provider, 'mallory', { email: 'mallory@acme.example' });
    expect(endingOf(answer).sso).toBe('domain_not_proven');
    expect(sessionOf(visitor)).toBeUndefined();
    expect([...visitor.cookies.keys()]).toEqual([]);
    expect(await identitiesOf(victim.userId)).toHaveLength(1);
  });

  it('never reaches them by subject', async () => {
    const victim = await colleagueOfBeta('vera');
    provider.know({ sub: 'vera', email: 'vera@acme.example', email_verified: true });
    const visitor = visitorOf(world);
    const answer = await signInAt(visitor, provider, 'vera', { email: 'vera@acme.example' });
    expect(endingOf(answer).sso).toBe('nobody_here');
    expect(sessionOf(visitor)).toBeUndefined();
    expect(await identitiesOf(victim.userId)).toHaveLength(1);
  });

  it('makes nobody with an invitation of the other account', async () => {
    const email = 'wanda@acme.example';
    provider.know({ sub: 'wanda', email, email_verified: true });
    await olga.post(`/api/v1/accounts/${beta.id}/invitations`, { email, role: 'admin' });
    const invitation = await world.inbox.token(email);
    expect((await world.nobody.post('/api/v1/invitations/lookup', { token: invitation })).body.sso).toBe(
      'none',
    );
    const answer = await signInAt(visitorOf(world), provider, 'wanda', { email, invitation });
    expect(endingOf(answer).sso).toBe('nobody_here');
    expect(await world.deps.database.sql`select 1 from "user" where email = ${email}`).toHaveLength(0);
  });
});

describe('an address that a provider gives to somebody new [A-091]', () => {
  it('does not bring the person along', async () => {
    const email = 'anna@beta.example';
    const first = await colleagueOfBeta('anna');
    otherProvider.know({ sub: 'anna-the-second', email, email_verified: true });
    const visitor = visitorOf(world);
    const answer = await signInAt(visitor, otherProvider, 'anna-the-second', { email });
    expect(endingOf(answer).sso).toBe('other_subject');
    expect(sessionOf(visitor)).toBeUndefined();
    expect((await visitor.get('/api/auth/sso/link')).status).toBe(404);
    expect(await identitiesOf(first.userId)).toHaveLength(1);
    const seen = await world.deps.database.sql`
      select 1 from security_event where action = 'sso.refused' and account_id = ${beta.id}
      and detail ->> 'reason' = 'other_subject'`;
    expect(seen).toHaveLength(1);
  });
});

describe('what a domain asks for', () => {
  const discover = async (email: string) =>
    (await world.nobody.post('/api/auth/sso/discover', { email })).body;

  it('says the same of addresses that are known and that are not', async () => {
    expect(await discover('olga@beta.example')).toEqual({ sso: 'offered' });
    expect(await discover('whoever@beta.example')).toEqual({ sso: 'offered' });
    expect(await discover('whoever@unknown.example')).toEqual({ sso: 'none' });
    expect(await discover('x@sub.beta.example')).toEqual({ sso: 'none' });
  });

  it('required: one refusal for every address and password; only the owner gets in with theirs', async () => {
    const gamma = await startCompanyProvider();
    const password = 'lantern otter 42 quilt';
    const signUp = async (name: string, email: string) => {
      await world.nobody.post('/api/auth/sign-up/email', { name, email, password });
      await world.deps.database.sql`update "user" set email_verified = true where email = ${email}`;
      const visitor = visitorOf(world);
      await visitor.post('/api/auth/sign-in/email', { email, password });
      return visitor;
    };
    const owner = await signUp('Gina Weiss', 'gina@gamma.example');
    const milo = await signUp('Milo Berg', 'milo@gamma.example');
    // Anybody may make an account: owning that one opens nothing of this.
    expect((await milo.post('/api/v1/accounts', { name: 'Of his own' })).status).toBe(201);
    const made = await owner.post('/api/v1/accounts', { name: 'Gamma' });
    const gina = { ...(await world.person('Gina Two', 'gina.two@people.example')) };
    await world.enroll(gina, made.body, 'admin');
    await connect(world, gina, made.body, gamma, ['gamma.example'], { enforced: true });
    const signIn = async (email: string, typed: string) => {
      const { status, body } = await world.nobody.post('/api/auth/sign-in/email', { email, password: typed });
      return status === 200 ? 'in' : { ...body, requestId: '' };
    };
    const refused = await signIn('nobody@gamma.example', password);
    expect(refused).toMatchObject({ status: 403, code: 'auth.sso_required' });
    expect(await signIn('milo@gamma.example', password)).toEqual(refused);
    expect(await signIn('milo@gamma.example', 'wrong')).toEqual(refused);
    expect(await signIn('gina@gamma.example', 'wrong')).toEqual(refused);
    expect(await signIn('gina@gamma.example', password)).toBe('in');
    await gamma.stop();
  });
});
