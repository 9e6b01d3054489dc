import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person } from '../testing/people.ts';
import { confused, newKey, signed, startRogueProvider, unsigned } from '../testing/rogue-provider.ts';
import type { RogueProvider } from '../testing/rogue-provider.ts';
import { connect, endingOf, sessionOf, visitorOf } from '../testing/sso-visitor.ts';
import type { SsoVisitor } from '../testing/sso-visitor.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

const EMAIL = 'alex@acme.example';
let world: World;
let rogue: RogueProvider;
let sarah: Person;
let account: Account;
let invitation: string;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  rogue = await startRogueProvider({ sub: 'alex', email: EMAIL });
  sarah = await world.person('Sarah Chen', 'sarah@agency.example');
  account = await world.account(sarah, 'Acme');
  await connect(world, sarah, account, rogue, ['acme.example']);
  await sarah.post(`/api/v1/accounts/${account.id}/invitations`, { email: EMAIL, role: 'member' });
  invitation = await world.inbox.token(EMAIL);
});
const honest = rogueDefaults();
afterEach(() => Object.assign(rogue, honest()));
afterAll(async () => {
  await rogue.stop();
  await world.stop();
});
function rogueDefaults() {
  return () => ({ idToken: (claims: object) => signed(rogue.keys[0]!, { ...claims }), fault: {} });
}

/** Begins a sign-in with the invitation in progress, so that nothing but the answer keeps a person from being made. */
async function begin(visitor: SsoVisitor) {
  const { body } = await visitor.post('/api/auth/sso/start', { email: EMAIL, invitation });
  const asked = new URL(body.redirectTo).searchParams;
  rogue.expect(asked.get('nonce')!);
  return asked;
}
const callback = (visitor: SsoVisitor, parameters: Record<string, string>) =>
  visitor.get(`/api/auth/sso/callback?${new URLSearchParams(parameters).toString()}`);

/** No session, no person, no membership. */
async function nothingHappened(visitor: SsoVisitor) {
  expect(sessionOf(visitor)).toBeUndefined();
  const [{ people, members, identities }] = (await world.deps.database.sql`
    select (select count(*)::int from "user") as people, (select count(*)::int from account_member) as members,
      (select count(*)::int from sso_identity) as identities`) as unknown as [Record<string, number>];
  expect({ people, members, identities }).toEqual({ people: 1, members: 1, identities: 0 });
}

const now = () => Math.floor(Date.now() / 1000);
type Claims = Readonly<Record<string, unknown>>;
const TOKENS: readonly (readonly [string, (claims: Claims) => string])[] = [
  ['another nonce', (claims) => signed(rogue.keys[0]!, { ...claims, nonce: 'another' })],
  ['no nonce', ({ nonce: _, ...claims }) => signed(rogue.keys[0]!, claims)],
  ['another issuer', (claims) => signed(rogue.keys[0]!, { ...claims, iss: 'https://login.company.example' })],
  ['another audience', (claims) => signed(rogue.keys[0]!, { ...claims, aud: 'another' })],
  ['audiences without azp', (claims) => signed(rogue.keys[0]!, { ...claims, aud: ['keyholder', 'another'] })],
  ['another azp', (claims) => signed(rogue.keys[0]!, { ...claims, aud: ['keyholder', 'x'], azp: 'x' })],
  ['alg none', (claims) => unsigned(claims)],
  ['HS256 with the public key', (claims) => confused(rogue.keys[0]!, claims)],
  ['a key that is not published', (claims) => signed(newKey('one'), claims)],
  ['no subject', ({ sub: _, ...claims }) => signed(rogue.keys[0]!, claims)],
  ['expired', (claims) => signed(rogue.keys[0]!, { ...claims, iat: now() - 600, exp: now() - 61 })],
  ['issued in the future', (claims) => signed(rogue.keys[0]!, { ...claims, iat: now() + 120 })],
  ['not valid yet', (claims) => signed(rogue.keys[0]!, { ...claims, nbf: now() + 120 })],
  ['email_verified false [A-089]', (claims) => signed(rogue.keys[0]!, { ...claims, email_verified: false })],
  [
    'email_verified "true" [A-089]',
    (claims) => signed(rogue.keys[0]!, { ...claims, email_verified: 'true' }),
  ],
  ['no email_verified [A-089]', ({ email_verified: _, ...claims }) => signed(rogue.keys[0]!, claims)],
  ['no address', ({ email: _, ...claims }) => signed(rogue.keys[0]!, claims)],
  ['an odd address', (claims) => signed(rogue.keys[0]!, { ...claims, email: `${EMAIL}\n` })],
];

describe('an answer that must not be believed opens nothing [A-088]', () => {
  it.each(TOKENS)('%s', async (_, idToken) => {
    const visitor = visitorOf(world);
    const asked = await begin(visitor);
    rogue.idToken = idToken;
    const answer = await callback(visitor, { code: 'a code', state: asked.get('state')! });
    expect(['refused', 'email_unverified']).toContain(endingOf(answer).sso);
    await nothingHappened(visitor);
  });

  it.each([
    ['without state', {}],
    ['with another state', { state: 'another' }],
  ])('%s', async (_, state) => {
    const visitor = visitorOf(world);
    await begin(visitor);
    const before = rogue.asked.token;
    expect(endingOf(await callback(visitor, { code: 'a code', ...state })).sso).toBe('refused');
    expect(rogue.asked.token, 'the code is not even redeemed').toBe(before);
    await nothingHappened(visitor);
  });

  it('without a code, or with an error in place of it', async () => {
    for (const rest of [{}, { error: 'access_denied' }]) {
      const visitor = visitorOf(world);
      const asked = await begin(visitor);
      expect(endingOf(await callback(visitor, { state: asked.get('state')!, ...rest })).sso).toBe('refused');
      await nothingHappened(visitor);
    }
  });

  it('with the issuer of somebody else beside the code (mix-up)', async () => {
    const visitor = visitorOf(world);
    const state = (await begin(visitor)).get('state')!;
    const answer = await callback(visitor, { code: 'a code', state, iss: 'https://login.company.example' });
    expect(endingOf(answer).sso).toBe('refused');
    await nothingHappened(visitor);
  });

  it('in a browser that did not begin it, or after ten minutes', async () => {
    const victim = visitorOf(world);
    const attacker = visitorOf(world);
    const state = (await begin(attacker)).get('state')!;
    await begin(victim);
    expect(endingOf(await callback(victim, { code: 'a code', state })).sso).toBe('refused');
    expect(endingOf(await callback(visitorOf(world), { code: 'a code', state })).sso).toBe('refused');
    await world.deps.database
      .sql`update sso_attempt set expires_at = clock_timestamp() - interval '1 second'`;
    expect(endingOf(await callback(attacker, { code: 'a code', state })).sso).toBe('refused');
    await nothingHappened(victim);
    await nothingHappened(attacker);
  });
});

describe('what the provider is asked with', () => {
  it('is bound to this browser, by values that the database does not hold', async () => {
    const visitor = visitorOf(world);
    const asked = await begin(visitor);
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'keyholder',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:3000/api/auth/sso/callback',
    });
    const rows = JSON.stringify(await world.deps.database.sql`select * from sso_attempt`);
    for (const secret of [asked.get('state')!, asked.get('nonce')!, visitor.cookies.get('keyholder-sso')!])
      expect(rows).not.toContain(secret);
  });
});

describe('a provider in trouble [F-030]', () => {
  it('fails single sign-on only: its addresses away, slow or broken', async () => {
    for (const fault of [{ token: 503 }, { token: 'silence' }] as RogueProvider['fault'][]) {
      const visitor = visitorOf(world);
      const state = (await begin(visitor)).get('state')!;
      rogue.fault = fault;
      const answer = await callback(visitor, { code: 'a code', state });
      expect(endingOf(answer).sso, JSON.stringify(fault)).toBe('unavailable');
      await nothingHappened(visitor);
    }
    expect((await sarah.get('/api/v1/me')).status).toBe(200);
  }, 30_000);

  it('is not there at all: 503 from the start, and the page can offer to try again', async () => {
    const away = await startRogueProvider({ sub: 'x', email: 'x@away.example' });
    await connect(world, sarah, account, away, ['away.example']);
    const elsewhere = await world.another();
    await away.stop();
    const answer = await sarah.at(elsewhere).post('/api/auth/sso/start', { email: 'x@away.example' });
    expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([
      503,
      'service.unavailable',
      '30',
    ]);
  });

  it('keeps its keys, and asks for new ones once a minute at most', async () => {
    await sarah.post(`/api/v1/accounts/${account.id}/invitations`, {
      email: 'key@acme.example',
      role: 'member',
    });
    const visitor = visitorOf(world);
    const complete = async () => {
      const state = (await begin(visitor)).get('state')!;
      return endingOf(await callback(visitor, { code: 'a code', state })).sso;
    };
    rogue.idToken = (claims) => signed(rogue.keys[0]!, { ...claims, email_verified: false });
    expect(await complete()).toBe('email_unverified');
    const before = rogue.asked.jwks;
    rogue.keys = [newKey('two')];
    for (let round = 0; round < 3; round += 1) expect(await complete()).toBe('refused');
    expect(rogue.asked.jwks - before).toBeLessThanOrEqual(1);
  });
});

// Last: until here nobody may have come in. A replay of what did work must not work again.
describe('an honest answer', () => {
  it('opens once: state and code are used up [A-088]', async () => {
    const other = await startRogueProvider({ sub: 'rita', email: 'rita@beta.example' });
    const beta = await world.account(sarah, 'Beta');
    await connect(world, sarah, beta, other, ['beta.example']);
    const email = 'rita@beta.example';
    await sarah.post(`/api/v1/accounts/${beta.id}/invitations`, { email, role: 'member' });
    const visitor = visitorOf(world);
    const started = await visitor.post('/api/auth/sso/start', {
      ...{ email, invitation: await world.inbox.token(email) },
    });
    const asked = new URL(started.body.redirectTo).searchParams;
    other.expect(asked.get('nonce')!);
    const before = new Map(visitor.cookies);
    const parameters = { code: 'a code', state: asked.get('state')! };
    expect(endingOf(await callback(visitor, parameters)).sso).toBeNull();
    expect(sessionOf(visitor)).toBeDefined();
    // The same browser again, with the cookies of the first time.
    const replayed = visitorOf(world);
    for (const [name, value] of before) replayed.cookies.set(name, value);
    expect(endingOf(await callback(replayed, parameters)).sso).toBe('refused');
    expect(sessionOf(replayed)).toBeUndefined();
    expect(other.asked.token).toBe(1);

    // Known keys do as long as the provider cannot be asked for others.
    other.fault = { jwks: 500, discovery: 500 };
    const next = visitorOf(world);
    const again = await next.post('/api/auth/sso/start', { email });
    const askedAgain = new URL(again.body.redirectTo).searchParams;
    other.expect(askedAgain.get('nonce')!);
    await callback(next, { code: 'a code', state: askedAgain.get('state')! });
    expect(sessionOf(next)).toBeDefined();
    await other.stop();
  });
});
