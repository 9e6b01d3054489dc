import { SITE_GRANTS, SITE_PERMISSIONS } from '@keyholder/domain';
import type { SiteRole } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { endAccess, onSite } from '../members/testing/records.ts';
import { keysOf, makeKey, programWith } from '../testing/keys.ts';
import type { Caller } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let engine: Caller;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  at = `/api/v1/sites/${s.site.id}/access-check`;
  engine = programWith(s.world, (await makeKey(s.siteOwner, s.site, ['access.check'])).text);
});
afterAll(() => s.world.stop());

const ask = async (who: { readonly id: string }, permission: string, by: Caller = engine) =>
  (await by.post(at, { userId: who.id, permission })).body;
const NOBODY = { allowed: false, role: null, because: 'no_membership' };

describe('asking whether a person may do something on a site', () => {
  it.each(Object.keys(SITE_GRANTS) as SiteRole[])('is answered by the role of a %s [R4]', async (role) => {
    const who = await s.world.place(await s.world.person(`A ${role}`), s.agency, s.site, role);
    for (const permission of SITE_PERMISSIONS) {
      const allowed = (SITE_GRANTS[role] as readonly string[]).includes(permission);
      expect(await ask(who, permission)).toEqual({
        allowed,
        role,
        because: allowed ? 'role_grants' : 'role_lacks',
      });
    }
  });

  it('follows a change of role, an end of access and a removal at once [R29, R30, R34]', async () => {
    const who = await s.world.place(await s.world.person('Alex Rivera'), s.agency, s.site, 'developer');
    const program = programWith(s.world, (await makeKey(who, s.site, ['access.check'])).text);
    expect((await ask(who, 'code.write', program)).allowed).toBe(true);
    await s.siteOwner.patch(onSite(s.site, who), { role: 'support_agent' });
    expect(await ask(who, 'code.write')).toEqual({
      allowed: false,
      role: 'support_agent',
      because: 'role_lacks',
    });
    await endAccess(s.world, s.site, who);
    expect(await ask(who, 'site.view')).toEqual({ allowed: false, role: null, because: 'access_ended' });
    await s.siteOwner.delete(onSite(s.site, who));
    expect(await ask(who, 'site.view')).toEqual(NOBODY);
  });

  it('says the same of somebody elsewhere and of nobody at all; an account role counts for nothing [R3, A-001]', async () => {
    const elsewhere = await s.world.person('Elsewhere');
    await s.world.account(elsewhere, 'Other Agency');
    for (const who of [elsewhere, s.sarah, { id: '01900000-0000-7000-8000-000000000000' }])
      expect(await ask(who, 'site.view')).toEqual(NOBODY);
  });

  it('is open to whoever sees the members, and to no key without that right [R44]', async () => {
    const agent = await s.world.place(await s.world.person('Agent'), s.agency, s.site, 'support_agent');
    const viewer = await s.world.enroll(await s.world.person('Viewer'), s.agency, 'viewer');
    for (const by of [agent, viewer, s.sarah])
      expect(await ask(s.platformAdmin, 'orders.write', by)).toMatchObject({ allowed: true });
    const reader = programWith(
      s.world,
      (await makeKey(s.siteOwner, s.site, ['members.read', 'site.view'])).text,
    );
    expect(await ask(agent, 'site.view', reader)).toMatchObject({ code: 'permission.denied' });
    const stranger = await s.world.person('Stranger');
    expect(await ask(agent, 'site.view', stranger)).toMatchObject({ code: 'not_found' });
  });

  it('lasts as long as its maker sees people and makes keys [R44]', async () => {
    const maker = await s.world.place(await s.world.person('Maker'), s.agency, s.site, 'developer');
    const program = programWith(s.world, (await makeKey(maker, s.site, ['access.check', 'site.view'])).text);
    expect((await ask(s.siteOwner, 'site.view', program)).allowed).toBe(true);
    await s.siteOwner.patch(onSite(s.site, maker), { role: 'content_editor' });
    expect(await ask(s.siteOwner, 'site.view', program)).toMatchObject({ code: 'permission.denied' });
    const editor = await maker.post(keysOf(s.site), { name: 'No', permissions: ['access.check'] });
    expect(editor.status).toBe(403);
  });

  it('never answers from memory: a repeated request is judged anew', async () => {
    const who = await s.world.place(await s.world.person('Twice'), s.agency, s.site, 'developer');
    const twice = () =>
      engine.post(at, { userId: who.id, permission: 'code.read' }, { 'idempotency-key': 'asked-before' });
    expect((await twice()).body.allowed).toBe(true);
    await s.siteOwner.delete(onSite(s.site, who));
    expect((await twice()).body).toEqual(NOBODY);
  });

  it('takes a person and a permission of the site, nothing else', async () => {
    for (const body of [
      {},
      { userId: 'x', permission: 'site.view' },
      { userId: s.sarah.id, permission: 'access.check' },
    ])
      expect((await engine.post(at, body)).status).toBe(422);
  });
});
