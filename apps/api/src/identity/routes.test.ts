import { connect } from '@keyholder/db';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLog } from '../log.ts';
import { COOKIE_SECRET, createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';
import { createLibrary } from './library.ts';
import { createPasswords } from './passwords.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'));
});
afterAll(() => world.close());

const OURS = new Set([
  'POST /sign-up/email',
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /verify-email',
  'POST /verify-email',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
]);

/** Every route that the library would serve if its router were mounted. */
function libraryRoutes(): string[] {
  const { auth } = createLibrary({
    ...{
      database: world.database,
      passwords: createPasswords(),
      secret: COOKIE_SECRET,
      appUrl: 'http://localhost:3000',
    },
    ...{ secure: false, cookieName: 'keyholder', log: createLog('silent'), passwordWasReset: async () => {} },
  });
  return Object.values(auth.api).flatMap((endpoint) => {
    const { path, options } = endpoint as { path?: string; options: { method: string | string[] } };
    return path === undefined ? [] : [options.method].flat().map((method) => `${method} ${path}`);
  });
}

describe('the surface of the library', () => {
  it('is the one that was looked at: a route that an upgrade adds or drops shows here', () => {
    expect(libraryRoutes().sort()).toMatchInlineSnapshot(`
      [
        "GET /account-info",
        "GET /callback/:id",
        "GET /delete-user/callback",
        "GET /error",
        "GET /get-session",
        "GET /list-accounts",
        "GET /list-sessions",
        "GET /ok",
        "GET /reset-password/:token",
        "GET /verify-email",
        "POST /callback/:id",
        "POST /change-email",
        "POST /change-password",
        "POST /delete-user",
        "POST /get-access-token",
        "POST /get-session",
        "POST /link-social",
        "POST /refresh-token",
        "POST /request-password-reset",
        "POST /reset-password",
        "POST /revoke-other-sessions",
        "POST /revoke-session",
        "POST /revoke-sessions",
        "POST /send-verification-email",
        "POST /sign-in/email",
        "POST /sign-in/social",
        "POST /sign-out",
        "POST /sign-up/email",
        "POST /unlink-account",
        "POST /update-session",
        "POST /update-user",
        "POST /verify-password",
      ]
    `);
  });

  it('is cut down to our list; everything else is 404, signed in or not [1.1.3]', async () => {
    const cookie = await world.join('ann@example.test');
    const others = libraryRoutes().filter((route) => !OURS.has(route));
    expect(others.length).toBeGreaterThan(20);
    for (const route of others) {
      const [method = '', path = ''] = route.split(' ');
      for (const sending of [{}, { cookie }]) {
        const reply = await world.send(
          method === '*' ? 'POST' : method,
          `/api/auth${path.replace(':token', 't').replace(':id', 'github')}`,
          sending,
        );
        expect([route, reply.status, reply.body['code']]).toEqual([route, 404, 'not_found']);
        expect(reply.setCookie).toEqual([]);
      }
    }
  });

  it('has no second spelling', async () => {
    for (const path of [
      'sign-in/email/',
      'Sign-In/email',
      'sign-in//email',
      'sign-in%2Femail',
      '../auth/get-session',
    ]) {
      expect(await world.post(path, { email: 'ann@example.test', password: PASSWORD })).toMatchObject({
        status: 404,
      });
    }
  });
});

describe('what identity leaves behind', () => {
  it('is no password, token, cookie or address in the log, also when something breaks [A-030]', async () => {
    const canary = 'canary-password-9f3a';
    const email = 'canary@example.test';
    await world.post('sign-up/email', { name: 'Canary', email, password: canary });
    const verification = await world.verificationToken(email);
    const { cookie } = await world.post('verify-email', { token: verification });
    const session = world.identity.sessionToken(cookie) ?? '';
    const reset = await world.resetToken(email);
    await world.send('GET', '/api/auth/verify-email?token=canary-token-1', { cookie });
    await world.post('reset-password', { token: 'canary-token-2', newPassword: canary });
    const owner = connect({ url: world.ownerUrl, applicationName: 'test' });
    await owner.sql`alter table session rename to session_gone`;
    await owner.sql`alter table credential rename to credential_gone`;
    const broken = [
      await world.post('sign-in/email', { email, password: canary }, { cookie }),
      await world.post('sign-up/email', { name: 'Canary', email: 'canary2@example.test', password: canary }),
      await world.post('reset-password', { token: reset, newPassword: canary }),
      await world.post('sign-out', {}, { cookie }),
    ];
    await owner.close();
    expect(broken.map((reply) => [reply.status, reply.body['code']])).toEqual(
      Array(4).fill([500, 'internal.error']),
    );
    expect(world.logged()).toContain('credential');
    for (const secret of [canary, 'canary-token', verification, session, reset, email, 'canary2@']) {
      expect(secret).not.toBe('');
      expect(world.logged()).not.toContain(secret);
      expect(JSON.stringify(broken)).not.toContain(secret);
    }
  });
});
