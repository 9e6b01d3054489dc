import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { endAccess, onSite } from './testing/records.ts';

let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

describe('the preview of a removal from a site', () => {
  it('names nothing of a site that the viewer may not look into [A-006, R32]', async () => {
    const hidden = await s.world.site(s.siteOwner, s.agency, 'Hidden Client');
    const sender = await s.world.place(await s.world.person('Two Sites'), s.agency, s.site, 'developer');
    await s.world.place(sender, s.agency, hidden, 'platform_admin');
    const invited = { email: 'confidential@client.example', role: 'developer' };
    expect((await sender.post(`/api/v1/sites/${hidden.id}/invitations`, invited)).status).toBe(201);
    await endAccess(s.world, hidden, sender);

    const seen = await s.platformAdmin.get(onSite(s.site, sender, '/removal'));
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toContain('confidential@client.example');
    expect(JSON.stringify(seen.body)).not.toContain('Hidden Client');
    // Whoever sees the whole account is told the whole truth.
    const all = await s.sarah.get(onSite(s.site, sender, '/removal'));
    expect(all.body.invitationsSent).toMatchObject([{ email: 'confidential@client.example' }]);
  });
});
