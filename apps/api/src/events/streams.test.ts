import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import type { Wired } from '../wire.ts';

let s: Setting;
let second: Wired;
const servers: ReturnType<typeof createServer>[] = [];
const origins: string[] = [];
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  second = await s.world.another();
  for (const wired of [s.world, second]) {
    const listener = getRequestListener(wired.app.fetch);
    const server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    origins.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
});
afterAll(async () => {
  for (const server of servers) server.closeAllConnections();
  await s.world.stop();
});

interface Listening {
  readonly status: number;
  readonly events: { event: string; data: { id?: string; siteId?: string; userId?: string } }[];
  /** Resolves when the server ended the stream. */
  readonly closed: Promise<void>;
  stop(): void;
}

/** An event stream over a real socket of one of the two processes. */
async function listen(who: Person, processNumber: 0 | 1 = 0, account = s.agency.id): Promise<Listening> {
  const abort = new AbortController();
  const answer = await fetch(`${origins[processNumber]}/api/v1/accounts/${account}/events`, {
    headers: { cookie: who.cookie },
    signal: abort.signal,
  });
  const events: Listening['events'] = [];
  const closed = (async () => {
    let rest = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      rest += chunk;
      const blocks = rest.split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (event && data) events.push({ event, data: JSON.parse(data) });
      }
    }
  })().catch(() => {});
  if (answer.ok) await expect.poll(() => events.some((one) => one.event === 'ready')).toBe(true);
  return { status: answer.status, events, closed, stop: () => abort.abort() };
}

const named = (listening: Listening, event: string) => listening.events.filter((one) => one.event === event);
const within = (promise: Promise<void>, ms: number) =>
  Promise.race([
    promise.then(() => 'closed'),
    new Promise((resolve) => setTimeout(() => resolve('open'), ms)),
  ]);
const members = () => `/api/v1/sites/${s.site.id}/members`;

describe('the event stream of an account', () => {
  it('is refused before its first byte to whoever may not have it [A-009]', async () => {
    const stranger = await s.world.person('Stranger');
    expect((await listen(stranger)).status).toBe(404);
    const nobody = await fetch(`${origins[0]}/api/v1/accounts/${s.agency.id}/events`);
    expect([nobody.status, nobody.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });

  it('tells of an acceptance in any process, with ids only [S5]', async () => {
    const [here, there] = [await listen(s.sarah, 0), await listen(s.sarah, 1)];
    const { body } = await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'live@people.example',
      role: 'developer',
    });
    const token = await s.world.inbox.token('live@people.example');
    await s.world.nobody
      .at(second)
      .post('/api/v1/invitations/accept', { token, name: 'Live', password: 'lantern otter 42 quilt' });
    for (const stream of [here, there]) {
      await expect
        .poll(() => named(stream, 'invitation.accepted'))
        .toMatchObject([{ data: { id: body.id, siteId: s.site.id } }]);
      expect(JSON.stringify(stream.events)).not.toContain('live@people.example');
      stream.stop();
    }
  });

  it('tells a person nothing of sites they are not on', async () => {
    const other = await s.world.site(s.sarah, s.agency, 'Harbour Dental');
    const freelancer = await s.world.place(
      await s.world.person('Lena Park'),
      s.agency,
      s.site,
      'seo_specialist',
    );
    const [stream, owner] = [await listen(freelancer), await listen(s.sarah)];
    await s.sarah.post(`/api/v1/sites/${other.id}/invitations`, {
      email: 'unseen@people.example',
      role: 'developer',
    });
    await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'seen@people.example',
      role: 'developer',
    });
    await expect.poll(() => named(owner, 'invitation.created').length).toBe(2);
    await expect
      .poll(() => named(stream, 'invitation.created').map((one) => one.data.siteId))
      .toEqual([s.site.id]);
    stream.stop();
    owner.stop();
  });

  it('says that something in the areas of a site changed, and not which', async () => {
    const agent = await s.world.place(await s.world.person('Sam Agent'), s.agency, s.site, 'support_agent');
    const stream = await listen(agent, 1);
    const { body } = await s.siteOwner.post(`/api/v1/sites/${s.site.id}/pages`, { title: 'Not for Sam' });
    await expect
      .poll(() => named(stream, 'site_content.changed'))
      .toEqual([{ event: 'site_content.changed', data: { id: s.site.id, siteId: s.site.id } }]);
    expect(JSON.stringify(stream.events)).not.toContain(body.id);
    stream.stop();
  });
});

describe('when rights change', () => {
  it('closes the streams of those who were on a deleted site, and names them to nobody who may not see people', async () => {
    const short = await s.world.site(s.siteOwner, s.agency, 'Short-lived');
    const onIt = await s.world.place(await s.world.person('On It'), s.agency, short, 'developer');
    const elsewhere = await s.world.place(await s.world.person('Elsewhere'), s.agency, s.site, 'developer');
    const [gone, other, owner] = [await listen(onIt, 1), await listen(elsewhere), await listen(s.sarah)];
    await s.siteOwner.delete(`/api/v1/sites/${short.id}`);
    expect(await within(gone.closed, 1_000)).toBe('closed');
    await expect.poll(() => named(owner, 'site.removed')).toMatchObject([{ data: { siteId: short.id } }]);
    await expect.poll(() => named(owner, 'membership.removed').length).toBe(2);
    expect(JSON.stringify(other.events)).not.toContain(short.id);
    other.stop();
    owner.stop();
  });

  it('judges the very next request by the new role on every process [R29, A-080]', async () => {
    const who = await s.world.place(
      await s.world.person('Changing Role'),
      s.agency,
      s.site,
      'platform_admin',
    );
    for (let round = 0; round < 25; round += 1) {
      const role = round % 2 === 0 ? 'developer' : 'platform_admin';
      expect((await s.siteOwner.patch(`${members()}/${who.id}`, { role })).status).toBe(200);
      for (const by of [who, who.at(second)])
        expect((await by.get(`/api/v1/sites/${s.site.id}`)).body).toMatchObject({
          role,
          canManageMembers: role === 'platform_admin',
        });
    }
  });

  it('closes the streams of a removed person within a second on every process, and answers 404 from then on [R30, A-081]', async () => {
    const who = await s.world.place(await s.world.person('Leaving Soon'), s.agency, s.site, 'developer');
    const streams = [await listen(who, 0), await listen(who, 1)];
    expect((await s.siteOwner.delete(`${members()}/${who.id}`)).status).toBe(200);
    for (const by of [who, who.at(second)])
      expect((await by.get(`/api/v1/sites/${s.site.id}`)).status).toBe(404);
    for (const stream of streams) expect(await within(stream.closed, 1_000)).toBe('closed');
    expect((await listen(who)).status).toBe(404);
    await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'after@people.example',
      role: 'developer',
    });
    expect(streams.flatMap((stream) => named(stream, 'invitation.created'))).toEqual([]);
  });

  it('closes the streams of a session that signed out, and of no other [A-081]', async () => {
    const who = await s.world.enroll(await s.world.person('Signing Out'), s.agency, 'viewer');
    const [mine, other] = [await listen(who, 1), await listen(s.sarah, 1)];
    expect((await who.post('/api/auth/sign-out')).status).toBe(200);
    expect(await within(mine.closed, 1_000)).toBe('closed');
    expect(await within(other.closed, 200)).toBe('open');
    other.stop();
  });

  it('ends access at its date on the next request, without a job [R34]', async () => {
    const soon = new Date(Date.now() + 3_600_000);
    const who = await s.world.place(await s.world.person('Ending Access'), s.agency, s.site, 'owner', soon);
    expect((await who.get(`/api/v1/sites/${s.site.id}`)).status).toBe(200);
    await s.world.deps.database.orm.execute(
      sql`update site_member set access_until = clock_timestamp() where user_id = ${who.id}`,
    );
    expect((await who.get(`/api/v1/sites/${s.site.id}`)).status).toBe(404);
    expect((await who.get('/api/v1/me')).body.sites).toEqual([]);
  });

  it('closes the streams by polling when the LISTEN connection is cut [F-031]', async () => {
    const who = await s.world.place(await s.world.person('Cut Off'), s.agency, s.site, 'developer');
    const stream = await listen(who, 0);
    await s.world.deps.database.orm.execute(sql`delete from site_member where user_id = ${who.id}`);
    await s.world.deps.database.orm.execute(sql`delete from account_member where user_id = ${who.id}`);
    expect(await within(stream.closed, 12_000)).toBe('closed');
  });
});
