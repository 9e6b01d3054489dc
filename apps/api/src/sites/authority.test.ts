import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Answer, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;
let agency: Account;
let northwind: Site;

beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  northwind = await world.site(sarah, agency, 'Northwind Coffee');
});
afterAll(() => world.stop());

/** Sends a command while another transaction holds the account, which takes the rights away before it lets go. */
async function sendWhileLosingRights(
  send: () => Promise<Answer>,
  loseRights: string,
  who: { readonly id: string },
): Promise<Answer> {
  const { waiting } = await world.deps.database.sql.begin(async (tx) => {
    await tx`select 1 from account where id = ${agency.id} for no key update`;
    const waiting = send();
    await untilSomebodyWaits();
    await tx.unsafe(loseRights, [agency.id, who.id]);
    // In an object, or the transaction would wait for the request that waits for it.
    return { waiting };
  });
  return waiting;
}

async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await world.deps.database.sql`
      select count(*)::int as waiting from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`;
    if (row?.['waiting'] > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the command did not wait for the lock of the account');
}

const DEMOTE = `update account_member set role = 'viewer' where account_id = $1 and user_id = $2`;
const TAKE_SITES = `delete from site_member where account_id = $1 and user_id = $2`;
const DELETE_SITE = `update site set deleted_at = now() where account_id = $1 and id = $2`;

describe('authority is read under the lock of the account [R11]', () => {
  it('so a member who is made a viewer meanwhile creates no site', async () => {
    const mara = await world.enroll(await world.person('Mara Lind'), agency, 'member');
    const create = () =>
      mara.post(`/api/v1/accounts/${agency.id}/sites`, { name: 'Too late', domain: 'late.example' });
    expect((await sendWhileLosingRights(create, DEMOTE, mara)).body.code).toBe('permission.denied');
    expect((await sarah.get(`/api/v1/accounts/${agency.id}/sites?q=late`)).body.total).toBe(0);
  });

  it('so an admin who is made a viewer meanwhile renames nothing', async () => {
    const ada = await world.enroll(await world.person('Ada Admin'), agency, 'admin');
    const rename = () => ada.patch(`/api/v1/accounts/${agency.id}`, { name: 'Too late' });
    expect((await sendWhileLosingRights(rename, DEMOTE, ada)).body.code).toBe('permission.denied');
    expect((await sarah.get(`/api/v1/accounts/${agency.id}`)).body.name).toBe('Bright Lines Agency');
  });

  it('so a site Owner who is taken off meanwhile changes nothing, and learns nothing', async () => {
    const bo = await world.place(await world.person('Bo Berg'), agency, northwind, 'owner');
    const change = () => bo.patch(`/api/v1/sites/${northwind.id}`, { name: 'Too late' });
    expect((await sendWhileLosingRights(change, TAKE_SITES, bo)).body.code).toBe('not_found');
    expect((await sarah.get(`/api/v1/sites/${northwind.id}`)).body.name).toBe('Northwind Coffee');
  });

  it('so a site Owner who is taken off meanwhile deletes nothing', async () => {
    const cy = await world.place(await world.person('Cy Clark'), agency, northwind, 'owner');
    const remove = () => cy.delete(`/api/v1/sites/${northwind.id}`);
    expect((await sendWhileLosingRights(remove, TAKE_SITES, cy)).body.code).toBe('not_found');
    expect((await sarah.get(`/api/v1/sites/${northwind.id}`)).status).toBe(200);
  });

  it.each([
    [
      'invites',
      (id: string) =>
        sarah.post(`/api/v1/sites/${id}/invitations`, { email: 'late@people.example', role: 'developer' }),
    ],
    ['renames', (id: string) => sarah.patch(`/api/v1/sites/${id}`, { name: 'Too late' })],
    ['deletes', (id: string) => sarah.delete(`/api/v1/sites/${id}`)],
  ])('so nobody %s a site that is deleted meanwhile', async (_, command) => {
    const site = await world.site(sarah, agency, 'Short-lived');
    const answer = await sendWhileLosingRights(() => command(site.id), DELETE_SITE, site);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});
