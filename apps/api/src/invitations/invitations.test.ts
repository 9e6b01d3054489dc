import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import type { Account, Person, Site } from '../testing/people.ts';

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

const invitations = () => `/api/v1/sites/${northwind.id}/invitations`;

describe('a site invitation', () => {
  it('goes from sending over the mail to a new, signed-in member [R13, R21, R22]', async () => {
    const sent = await sarah.post(invitations(), {
      email: 'Alex@YourTeam.com',
      role: 'content_editor',
      note: 'Welcome',
    });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      scope: 'site',
      site: { id: northwind.id, name: 'Northwind Coffee' },
      email: 'alex@yourteam.com',
      role: 'content_editor',
      status: 'pending',
      expired: false,
      sends: [{ delivery: 'queued' }],
      invitedBy: { id: sarah.id, name: 'Sarah Chen' },
    });
    expect(Date.parse(sent.body.expiresAt) - Date.parse(sent.body.sentAt)).toBe(48 * 3_600_000);

    const token = await world.inbox.token('alex@yourteam.com');
    const seen = await world.nobody.post('/api/v1/invitations/lookup', { token });
    expect(seen.body).toMatchObject({
      state: 'open',
      person: 'new',
      signedIn: 'no',
      roleLabel: 'Content Editor',
      sso: 'none',
    });

    const accepted = await world.nobody.post('/api/v1/invitations/accept', {
      token,
      name: 'Alex Rivera',
      password: 'lantern-otter-42-quilt',
    });
    expect(accepted.body).toMatchObject({
      status: 'accepted',
      redirectTo: `/admin/${agency.slug}/${northwind.slug}`,
    });
    expect(accepted.status).toBe(200);
    expect(accepted.headers.getSetCookie()[0]).toMatch(/^keyholder=/);
  });
});
