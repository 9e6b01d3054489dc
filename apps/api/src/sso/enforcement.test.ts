import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startCompanyProvider } from '../testing/company-provider.ts';
import type { CompanyProvider } from '../testing/company-provider.ts';
import type { Person } from '../testing/people.ts';
import { connect, signInAt, visitorOf } from '../testing/sso-visitor.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let provider: CompanyProvider;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  provider = await startCompanyProvider();
});
afterAll(async () => {
  await provider.stop();
  await world.stop();
});

let number = 0;
/** A company whose owner, admin and colleague have addresses of its domain and sessions made with passwords. */
async function company() {
  const domain = `company-${(number += 1)}.example`;
  const someone = (name: string) => world.person(`${name} ${number}`, `${name.toLowerCase()}@${domain}`);
  const owner = await someone('Olga');
  const account = await world.account(owner, `Company ${number}`);
  const admin = await world.enroll(await someone('Adam'), account, 'admin');
  const colleague = await world.enroll(await someone('Cora'), account, 'member');
  const elsewhere = await world.enroll(
    await world.person(`Elsa ${number}`, `elsa@other-${number}.example`),
    account,
    'member',
  );
  return { domain, owner, account, admin, colleague, elsewhere };
}
const isIn = async (who: Pick<Person, 'get'>) => (await who.get('/api/v1/me')).status === 200;

describe('requiring single sign-on', () => {
  it('ends what was opened with a password, but not for the owner, for other addresses, or for who requires it', async () => {
    const { domain, owner, account, admin, colleague, elsewhere } = await company();
    const { path } = await connect(world, owner, account, provider, [domain]);
    expect(await isIn(colleague)).toBe(true);
    expect((await admin.patch(path, { enforced: true })).status).toBe(200);
    expect(await isIn(colleague)).toBe(false);
    expect([await isIn(owner), await isIn(admin), await isIn(elsewhere)]).toEqual([true, true, true]);
  });

  it('leaves the sessions alone that its provider vouched for', async () => {
    const { domain, owner, account } = await company();
    const { path } = await connect(world, owner, account, provider, [domain]);
    const email = `sven@${domain}`;
    provider.know({ sub: `sven-${number}`, email, email_verified: true });
    await owner.post(`/api/v1/accounts/${account.id}/invitations`, { email, role: 'member' });
    const visitor = visitorOf(world);
    await signInAt(visitor, provider, `sven-${number}`, {
      email,
      invitation: await world.inbox.token(email),
    });
    await owner.patch(path, { enforced: true });
    expect(await isIn(visitor)).toBe(true);
  });

  it('does the same for a domain that is proven later', async () => {
    const { domain, owner, account, colleague } = await company();
    const { path } = await connect(world, owner, account, provider, [`first-${number}.example`], {
      enforced: true,
    });
    const added = await owner.post(`${path}/domains`, { domain });
    const claimed = added.body.domains.find((one: { domain: string }) => one.domain === domain);
    expect(await isIn(colleague)).toBe(true);
    world.dns.set(claimed.record.name, [[claimed.record.value]]);
    expect((await owner.post(`${path}/domains/${domain}/verify`)).status).toBe(200);
    expect(await isIn(colleague)).toBe(false);
  });
});
