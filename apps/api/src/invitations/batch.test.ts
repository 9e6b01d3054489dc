import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Caller, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { atOnce } from '../testing/trials.ts';

let s: Setting;
let other: Site;
let path: string;
beforeEach(async () => {
  s = await createSetting(inject('testServer'));
  other = await s.world.site(s.sarah, s.agency, 'Harbour Dental');
  path = `/api/v1/accounts/${s.agency.id}/invitations/batch`;
});
afterEach(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const row = (email: string, site: Pick<Site, 'id'> = s.site, role = 'developer') => ({
  email,
  siteId: site.id,
  role,
});
const send = (by: Caller, rows: unknown[], more: object = {}) => by.post(path, { rows, ...more });
const codes = (results: { status: string; code?: string }[]) => results.map((one) => one.code ?? one.status);
const count = async (table: string) =>
  Number(
    (
      await s.world.deps.database.orm.execute<{ n: string }>(sql.raw(`select count(*) as n from ${table}`))
    )[0]!.n,
  );

describe('many invitations at once [R25]', () => {
  it('sends one record and one mail for each address and site, and answers each row', async () => {
    const answer = await send(s.sarah, [
      row('one@people.example'),
      row('One@People.Example', other),
      row('two@people.example', s.site, 'owner'),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body.results).toMatchObject([
      {
        row: 0,
        status: 'ok',
        invitation: {
          email: 'one@people.example',
          site: { id: s.site.id },
          role: 'developer',
          sends: [{ delivery: 'queued' }],
        },
      },
      { row: 1, status: 'ok', invitation: { email: 'one@people.example', site: { id: other.id } } },
      { row: 2, status: 'ok', invitation: { role: 'owner' } },
    ]);
    const token = await s.world.inbox.token('two@people.example');
    const accepted = await s.world.nobody.post('/api/v1/invitations/accept', {
      token,
      name: 'Two',
      password: 'lantern otter 42 quilt',
    });
    expect(accepted.body.status).toBe('accepted');
  });

  it('refuses each row for itself, by the rules of one invitation [R7, R13, R14]', async () => {
    await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'open@people.example',
      role: 'developer',
    });
    const foreign = await s.world.person('Foreign Owner');
    const elsewhere = await s.world.site(foreign, await s.world.account(foreign, 'Elsewhere'), 'Elsewhere');
    const rows = [
      row('fine@people.example'),
      row('not an address'),
      row('role@people.example', s.site, 'Developer'),
      row('owner@people.example', s.site, 'owner'),
      row('open@people.example'),
      row(s.siteOwner.email),
      row('x@people.example', elsewhere),
      { email: 'x@people.example', siteId: 'abc', role: 'developer' },
      row('fine@people.example'),
    ];
    const answer = await send(s.platformAdmin, rows);
    expect(codes(answer.body.results)).toEqual([
      'ok',
      'validation.failed',
      'validation.failed',
      'role.not_grantable',
      'invitation.already_pending',
      'member.already_active',
      'not_found',
      'not_found',
      'invitation.already_pending',
    ]);
    expect(answer.body.results[1].fields).toHaveProperty('email');
    expect(answer.body.results[4].invitation).toMatchObject({
      email: 'open@people.example',
      status: 'pending',
    });
    expect(await count('invitation')).toBe(2);
  });

  it('lets nobody invite where they have no roster authority, nor see where they are not [R6, A-004]', async () => {
    const member = await s.world.enroll(await s.world.person('Plain Member'), s.agency, 'member');
    expect(codes((await send(member, [row('a@people.example')])).body.results)).toEqual([
      'permission.denied',
    ]);
    expect(codes((await send(s.platformAdmin, [row('a@people.example', other)])).body.results)).toEqual([
      'not_found',
    ]);
    expect(await count('invitation')).toBe(0);
  });

  it('gives the same verdicts in a dry run and changes nothing', async () => {
    const rows = [row('dry@people.example'), row(s.siteOwner.email), row('dry@people.example')];
    const dry = await send(s.sarah, rows, { dryRun: true });
    expect(codes(dry.body.results)).toEqual(['ok', 'member.already_active', 'invitation.already_pending']);
    expect([await count('invitation'), await count('mail')]).toEqual([0, 0]);
    expect(codes((await send(s.sarah, rows)).body.results)).toEqual(codes(dry.body.results));
  });

  it('never takes more seats than there are, in one batch or in parallel ones [R24]', async () => {
    await s.world.deps.database.orm.execute(
      sql`update account set plan = 'starter' where id = ${s.agency.id}`,
    );
    const batch = (name: string) => () =>
      send(
        s.sarah,
        Array.from({ length: 4 }, (_, n) => row(`${name}${n}@people.example`)),
      );
    const second = await s.world.another();
    const answers = await atOnce([
      batch('a'),
      () => send(s.sarah.at(second), [row('b1@people.example'), row('b2@people.example')]),
      batch('c'),
    ]);
    const all = answers.flatMap((answer) => codes(answer.body.results));
    expect(all.filter((code) => code === 'ok')).toHaveLength(1);
    expect(all.filter((code) => code === 'seat.limit_reached')).toHaveLength(9);
  });

  it('takes 500 rows in one transaction, each audited', async () => {
    await s.world.deps.database.orm.execute(
      sql`update account set plan = 'enterprise' where id = ${s.agency.id}`,
    );
    const rows = Array.from({ length: 500 }, (_, n) =>
      row(`many-${n}@people.example`, n % 2 ? s.site : other),
    );
    const answer = await send(s.sarah, rows, {});
    expect(new Set(codes(answer.body.results))).toEqual(new Set(['ok']));
    expect(await count(`audit_event where action = 'invitation.created'`)).toBe(500);
    expect(
      await count(`(select distinct correlation_id from audit_event where action = 'invitation.created') c`),
    ).toBe(1);
    expect((await send(s.sarah, [...rows, row('one-too-many@people.example')])).status).toBe(422);
    expect(
      codes(
        (
          await send(
            s.sarah,
            Array.from({ length: 500 }, (_, n) => row(`more-${n}@people.example`)),
          )
        ).body.results,
      ).filter((code) => code === 'ok'),
    ).toHaveLength(500);
    expect(codes((await send(s.sarah, [row('limit@people.example')])).body.results)).toEqual([
      'rate.limited',
    ]);
  });

  it('is idempotent under its key', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    const first = await s.sarah.post(path, { rows: [row('key@people.example')] }, headers);
    const again = await s.sarah.post(path, { rows: [row('key@people.example')] }, headers);
    expect(again.body).toEqual(first.body);
    expect(await count('mail')).toBe(1);
  });
});
