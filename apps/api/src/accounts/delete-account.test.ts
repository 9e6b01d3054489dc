import { verifyChain } from '@keyholder/db';
import type { AccountId } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import { makeKey, programWith } from '../testing/keys.ts';
import type { Account, Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let number = 0;
beforeAll(async () => {
  world = await createWorld(inject('testServer'), { quiet: true });
});
afterAll(() => world.stop());

/** An account with its owner, an admin, somebody on its one site, and two open invitations. */
async function house() {
  number += 1;
  const sarah = await world.person(`Sarah ${number}`);
  const account = await world.account(sarah, `House ${number}`);
  const admin = await world.enroll(await world.person(`Admin ${number}`), account, 'admin');
  const site = await world.site(sarah, account, 'Only Site');
  const lena = await world.place(await world.person(`Lena ${number}`), account, site, 'developer');
  const open = `open-${number}@people.example`;
  await sarah.post(`/api/v1/sites/${site.id}/invitations`, { email: open, role: 'developer' });
  await sarah.post(`/api/v1/accounts/${account.id}/invitations`, { email: open, role: 'viewer' });
  return { account, sarah, admin, site, lena, open, at: `/api/v1/accounts/${account.id}` };
}
const remove = (by: Person, account: Account, confirm = account.slug) =>
  by.delete(`/api/v1/accounts/${account.id}`, { confirm });
const signedInAgo = (who: Person, minutes: number) =>
  world.deps.database.sql`
    update session set created_at = clock_timestamp() - ${minutes} * interval '1 minute' where user_id = ${who.id}`;
const events = (account: Account) =>
  world.deps.database.sql<{ action: string; correlation_id: string; reason: string | null }[]>`
    select action, correlation_id, reason from audit_event where account_id = ${account.id} order by seq`;
const problemOf = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code];

describe('deleting an account', () => {
  it('ends everything in it at once: the next request of everybody finds nothing [R29, R31]', async () => {
    const { account, sarah, admin, site, lena, open, at } = await house();
    const token = await world.inbox.token(open);
    const deleted = await remove(sarah, account);
    expect([deleted.status, deleted.body]).toEqual([
      200,
      {
        correlationId: expect.any(String),
        deletedSites: 1,
        removedPeople: 3,
        revokedInvitations: 2,
        revokedApiKeys: 0,
      },
    ]);
    for (const who of [sarah, admin, lena]) {
      expect(problemOf(await who.get(at))).toEqual([404, 'not_found']);
      expect(problemOf(await who.get(`/api/v1/accounts/${account.slug}`))).toEqual([404, 'not_found']);
      expect(problemOf(await who.get(`/api/v1/sites/${site.id}`))).toEqual([404, 'not_found']);
      expect((await who.get('/api/v1/me')).body).toMatchObject({ accounts: [], sites: [] });
    }
    expect(problemOf(await remove(sarah, account))).toEqual([404, 'not_found']);
    const accept = { token, name: 'New', password: 'lantern otter 42 quilt' };
    expect(problemOf(await world.nobody.post('/api/v1/invitations/accept', accept))).toEqual([
      410,
      'invitation.revoked',
    ]);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('leaves a log that says what ended, under one correlation id, and still verifies [R41, R42]', async () => {
    const { account, sarah } = await house();
    const before = (await events(account)).length;
    const { body } = await remove(sarah, account);
    const written = (await events(account)).slice(before);
    expect(written.map(({ action }) => action)).toEqual([
      'account.deleted',
      'site.deleted',
      'site_member.removed',
      'site_member.removed',
      'account_member.removed',
      'account_member.removed',
      'account_member.removed',
      'invitation.revoked',
      'invitation.revoked',
    ]);
    expect(new Set(written.map((event) => event.correlation_id))).toEqual(new Set([body.correlationId]));
    expect(new Set(written.slice(1).map(({ reason }) => reason))).toEqual(
      new Set(['the account was deleted']),
    );
    const { database, keys } = world.deps;
    expect(await verifyChain(database, keys.audit, account.id as AccountId)).toMatchObject({ intact: true });
  });

  it('stops the API keys of its sites, and says so in the log [R31, R44]', async () => {
    const { account, sarah, site, lena } = await house();
    const key = await makeKey(lena, site, ['site.view']);
    const at = `/api/v1/sites/${site.id}`;
    expect((await programWith(world, key.text).get(at)).status).toBe(200);
    expect((await remove(sarah, account)).body.revokedApiKeys).toBe(1);
    expect((await programWith(world, key.text).get(at)).status).toBe(401);
    expect((await events(account)).at(-1)).toMatchObject({
      action: 'api_key.revoked',
      reason: 'the account was deleted',
    });
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('takes its webhooks along, and tells them nothing of it [R31]', async () => {
    const { account, sarah } = await house();
    const at = `/api/v1/accounts/${account.id}/webhooks`;
    const endpoint = { url: 'http://127.0.0.1:9/hook', events: ['membership.removed'] };
    expect((await sarah.post(at, endpoint)).status).toBe(201);
    await remove(sarah, account);
    expect((await events(account)).at(-1)).toMatchObject({
      action: 'webhook.deleted',
      reason: 'the account was deleted',
    });
    const left = await world.deps.database.sql`
      select (select count(*)::int from webhook where account_id = ${account.id}) as webhooks,
        (select count(*)::int from webhook_delivery where account_id = ${account.id}) as deliveries`;
    expect(left[0]).toEqual({ webhooks: 0, deliveries: 0 });
  });

  it('does not happen when its events cannot be written [R41, F-029]', async () => {
    const { account, sarah, admin, at } = await house();
    const { default: postgres } = await import('postgres');
    const owner = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
    await owner`create function refuse_event() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`;
    await owner`create trigger refuse before insert on audit_event for each row execute function refuse_event()`;
    expect(problemOf(await remove(sarah, account))).toEqual([503, 'service.unavailable']);
    await owner`drop trigger refuse on audit_event`;
    await owner`drop function refuse_event()`;
    await owner.end();
    expect((await admin.get(at)).body.counts).toMatchObject({ sites: 1, people: 3, pendingInvitations: 2 });
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('tells everybody who was in it by mail, the one who did it too', async () => {
    const { account, sarah, lena } = await house();
    await remove(sarah, account);
    for (const who of [sarah, lena]) {
      const { subject, text } = await world.inbox.newest(who.email, 'was deleted');
      expect(subject).toBe(`${account.name} was deleted`);
      expect(text).toContain(`${sarah.name} (${sarah.email}) deleted the account with its site`);
    }
  });

  it('leaves people what they have elsewhere', async () => {
    const [{ account, sarah, lena }, elsewhere] = [await house(), await house()];
    await world.place(lena, elsewhere.account, elsewhere.site, 'developer');
    await remove(sarah, account);
    expect((await lena.get('/api/v1/me')).body.sites).toMatchObject([{ id: elsewhere.site.id }]);
    expect((await elsewhere.sarah.get(elsewhere.at)).status).toBe(200);
  });

  it('keeps its slug from everybody for good: an old address leads to nobody else', async () => {
    const { account, sarah } = await house();
    await remove(sarah, account);
    const mallory = await world.person('Mallory');
    const made = await mallory.post('/api/v1/accounts', { name: account.name });
    expect(made.body.slug).not.toBe(account.slug);
    const moved = await mallory.patch(`/api/v1/accounts/${made.body.id}`, { slug: account.slug });
    expect(problemOf(moved)).toEqual([409, 'account.slug_taken']);
  });
});

describe('who may delete an account', () => {
  it('is its owner and nobody else, and a stranger learns nothing', async () => {
    const { account, admin, lena, sarah, at } = await house();
    expect(problemOf(await remove(admin, account))).toEqual([403, 'permission.denied']);
    expect(problemOf(await remove(lena, account))).toEqual([403, 'permission.denied']);
    expect(problemOf(await remove(await world.person('Stranger'), account))).toEqual([404, 'not_found']);
    expect((await sarah.get(at)).status).toBe(200);
  });

  it('has signed in within 10 minutes (security.md 1.1.7)', async () => {
    const { account, sarah, at } = await house();
    await signedInAgo(sarah, 11);
    expect(problemOf(await remove(sarah, account))).toEqual([403, 'auth.reauthentication_required']);
    expect((await sarah.get(at)).status).toBe(200);
  });

  it('repeats its slug', async () => {
    const { account, sarah, at } = await house();
    const refused = await remove(sarah, account, 'house');
    expect([refused.status, refused.body.fields]).toEqual([422, { confirm: `Write ${account.slug}.` }]);
    expect(problemOf(await sarah.delete(at, {}))).toEqual([422, 'validation.failed']);
    expect((await sarah.get(at)).status).toBe(200);
  });
});

describe('the database', () => {
  it('lets nobody into a deleted account, and deletes none with somebody in it', async () => {
    const [{ account, sarah, lena }, living] = [await house(), await house()];
    await remove(sarah, account);
    const { sql } = world.deps.database;
    await expect(sql`
      insert into account_member (account_id, user_id, role, joined_at) values (${account.id}, ${lena.id}, 'owner', now())`).rejects.toThrow(
      'was deleted',
    );
    await expect(sql`update account set deleted_at = now() where id = ${living.account.id}`).rejects.toThrow(
      'was deleted',
    );
  });
});

describe('deleting and accepting at once', () => {
  it('ends with nobody in the account, whoever comes first', { timeout: 60_000 }, async () => {
    for (let trial = 0; trial < 24; trial += 1) {
      const { account, sarah, open } = await house();
      const token = await world.inbox.token(open);
      const accept = { token, name: 'New', password: 'lantern otter 42 quilt' };
      // Hashing the password takes its time before the lock is asked for.
      const later = async () => {
        await new Promise((resolve) => setTimeout(resolve, (trial % 12) * 8));
        return remove(sarah, account);
      };
      const [accepted, deleted] = await Promise.all([
        world.nobody.post('/api/v1/invitations/accept', accept),
        later(),
      ]);
      expect(deleted.status).toBe(200);
      expect([200, 410]).toContain(accepted.status);
    }
    expect(await brokenInvariants(world)).toEqual([]);
  });
});
