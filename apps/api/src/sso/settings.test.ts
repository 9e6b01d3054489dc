import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startCompanyProvider } from '../testing/company-provider.ts';
import type { CompanyProvider } from '../testing/company-provider.ts';
import type { Account, Person } from '../testing/people.ts';
import { connect, sessionOf, signInAt, visitorOf } from '../testing/sso-visitor.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let provider: CompanyProvider;
const NAME = 'Company login';
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  provider = await startCompanyProvider();
});
afterAll(async () => {
  await provider.stop();
  await world.stop();
});

let number = 0;
async function house(): Promise<{ owner: Person; account: Account; base: string; domain: string }> {
  number += 1;
  const owner = await world.person(`Owner ${number}`);
  const account = await world.account(owner, `House ${number}`);
  const base = `/api/v1/accounts/${account.id}/sso-connections`;
  return { owner, account, base, domain: `house${number}.example` };
}
const fields = () => ({ name: NAME, issuer: provider.issuer, ...provider.client });
const events = ({ id }: Account) =>
  world.deps.database.sql<{ action: string }[]>`
    select action from audit_event where account_id = ${id} and action like 'sso.%' order by seq`.then(
    (rows) => rows.map(({ action }) => action),
  );

describe('a connection', () => {
  it('is added by who has the settings, its secret sealed and never shown', async () => {
    const { owner, account, base } = await house();
    const made = await owner.post(base, fields());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: NAME,
      issuer: provider.issuer,
      clientId: 'keyholder',
      enforced: false,
      domains: [],
      people: 0,
      redirectUri: 'http://localhost:3000/api/auth/sso/callback',
    });
    const secret = provider.client.clientSecret;
    expect(JSON.stringify((await owner.get(base)).body)).not.toContain(secret);
    const [row] = await world.deps.database.sql`
      select position(${Buffer.from(secret)}::bytea in client_secret) as found from sso_connection
      where id = ${made.body.id}`;
    expect(row).toEqual({ found: 0 });
    const log = await world.deps.database.sql`select after from audit_event where account_id = ${account.id}`;
    expect(JSON.stringify(log)).not.toContain(secret);
    expect(await events(account)).toEqual(['sso.connection_created']);
  });

  it.each([
    'http://10.0.0.1',
    'https://192.168.1.1',
    'https://[::1]',
    'https://169.254.169.254',
    'ftp://x.example',
  ])('is not made of %s: Keyholder goes nowhere but to the public internet', async (issuer) => {
    const { owner, base } = await house();
    const answer = await owner.post(base, { ...fields(), issuer });
    expect([answer.status, Object.keys(answer.body.fields ?? {})]).toEqual([422, ['issuer']]);
  });

  it('is not made by a viewer, nor without a new sign-in; and nothing leaves for either', async () => {
    const { owner, account, base } = await house();
    const viewer = await world.enroll(await world.person(`Viewer ${number}`), account, 'viewer');
    const nowhere = { ...fields(), issuer: 'https://login.invalid' };
    expect((await viewer.post(base, nowhere)).body.code).toBe('permission.denied');
    expect((await viewer.get(base)).body.code).toBe('permission.denied');
    await world.deps.database.sql`
      update session set created_at = clock_timestamp() - interval '11 minutes' where user_id = ${owner.id}`;
    expect((await owner.post(base, nowhere)).body.code).toBe('auth.reauthentication_required');
    expect((await owner.get(base)).status).toBe(200);
  });

  it('keeps its issuer; name, client and secret change, on record', async () => {
    const { owner, account, base } = await house();
    const { body } = await owner.post(base, fields());
    const path = `${base}/${body.id}`;
    expect((await owner.patch(path, { issuer: 'https://login.other.example' })).status).toBe(422);
    const changed = await owner.patch(path, { name: 'Staff login', clientSecret: 'a newer secret' });
    expect(changed.body).toMatchObject({ name: 'Staff login', issuer: provider.issuer });
    expect((await owner.patch(path, { name: 'Staff login' })).status).toBe(200);
    expect(await events(account)).toEqual(['sso.connection_created', 'sso.connection_changed']);
    expect((await owner.post(`${path}/test`)).body).toEqual({ usable: true, fault: null });
  });

  it('belongs to its account: another one finds nothing there', async () => {
    const { owner, base } = await house();
    const { body } = await owner.post(base, fields());
    const other = await house();
    const path = `${other.base}/${body.id}`;
    for (const answer of [
      await other.owner.patch(path, { name: 'Mine' }),
      await other.owner.delete(path),
      await other.owner.post(`${path}/test`),
      await other.owner.post(`${path}/domains`, { domain: 'company.example' }),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('takes its sessions along when it is deleted, and its people get in with a new password', async () => {
    const { owner, account, base, domain } = await house();
    const { path } = await connect(world, owner, account, provider, [domain], { enforced: true });
    const email = `rita@${domain}`;
    provider.know({ sub: `rita-${number}`, email, email_verified: true });
    await owner.post(`/api/v1/accounts/${account.id}/invitations`, { email, role: 'member' });
    const visitor = visitorOf(world);
    await signInAt(visitor, provider, `rita-${number}`, {
      email,
      invitation: await world.inbox.token(email),
    });
    expect(sessionOf(visitor)).toBeDefined();
    const mails = () =>
      world.inbox.mails.filter((mail) => mail.to.includes(email)).map((mail) => mail.subject);
    await world.nobody.post('/api/auth/request-password-reset', { email });
    await expect.poll(mails).toContain('Sign in to Keyholder with single sign-on');

    expect((await owner.delete(path)).status).toBe(204);
    expect((await visitor.get('/api/v1/me')).status).toBe(401);
    expect((await owner.get(base)).body.items).toEqual([]);
    await world.nobody.post('/api/auth/request-password-reset', { email });
    await expect.poll(() => mails().length).toBe(3);
    expect(mails().at(-1)).not.toContain('single sign-on');
  });
});

describe('a domain', () => {
  it('is proven by its record in the DNS, and only then speaks for addresses', async () => {
    const { owner, account, base, domain } = await house();
    const { body } = await owner.post(base, fields());
    const path = `${base}/${body.id}`;
    expect((await owner.patch(path, { enforced: true })).body.fields).toEqual({
      enforced: 'Prove a domain first.',
    });
    const [claimed] = (await owner.post(`${path}/domains`, { domain: domain.toUpperCase() })).body.domains;
    expect(claimed).toMatchObject({
      domain,
      verifiedAt: null,
      record: { type: 'TXT', name: `_keyholder.${domain}` },
    });
    const discover = async () =>
      (await world.nobody.post('/api/auth/sso/discover', { email: `x@${domain}` })).body;
    expect(await discover()).toEqual({ sso: 'none' });
    const verify = () => owner.post(`${path}/domains/${domain}/verify`);
    expect((await verify()).body.code).toBe('sso.domain_not_proven');
    world.dns.set(claimed.record.name, [['v=spf1 -all'], ['keyholder-verification=another']]);
    expect((await verify()).body.code).toBe('sso.domain_not_proven');
    // Long records come in parts.
    const { value } = claimed.record as { value: string };
    world.dns.set(claimed.record.name, [[value.slice(0, 20), value.slice(20)]]);
    expect((await verify()).body.domains[0].verifiedAt).toEqual(expect.any(String));
    expect(await discover()).toEqual({ sso: 'offered' });
    expect((await owner.patch(path, { enforced: true })).body.enforced).toBe(true);
    expect(await discover()).toEqual({ sso: 'required' });
    expect((await owner.delete(`${path}/domains/${domain}`)).body.domains).toEqual([]);
    expect(await discover()).toEqual({ sso: 'none' });
    expect(await events(account)).toEqual([
      'sso.connection_created',
      'sso.domain_added',
      'sso.domain_verified',
      'sso.enforced',
      'sso.domain_removed',
    ]);
  });

  it('is one account’s at a time; a claim alone blocks nobody, and each has a record of its own', async () => {
    const squatter = await house();
    const company = await house();
    const { domain } = company;
    const claim = async ({ owner, base }: typeof company) => {
      const { body } = await owner.post(base, fields());
      const path = `${base}/${body.id}`;
      const answer = await owner.post(`${path}/domains`, { domain });
      return { path, owner, record: answer.body.domains[0].record as { name: string; value: string } };
    };
    const first = await claim(squatter);
    const second = await claim(company);
    expect(first.record.value).not.toBe(second.record.value);
    world.dns.set(second.record.name, [[second.record.value]]);
    expect((await first.owner.post(`${first.path}/domains/${domain}/verify`)).body.code).toBe(
      'sso.domain_not_proven',
    );
    expect((await second.owner.post(`${second.path}/domains/${domain}/verify`)).status).toBe(200);
    world.dns.set(second.record.name, [[second.record.value], [first.record.value]]);
    expect((await first.owner.post(`${first.path}/domains/${domain}/verify`)).body.code).toBe(
      'sso.domain_taken',
    );
    const third = await house();
    const { body } = await third.owner.post(third.base, fields());
    const late = await third.owner.post(`${third.base}/${body.id}/domains`, { domain });
    expect([late.status, late.body.code]).toEqual([409, 'sso.domain_taken']);
  });
});
