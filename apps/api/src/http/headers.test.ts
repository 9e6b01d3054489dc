import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
});
afterAll(() => world.stop());

describe('headers', () => {
  it.each(['/livez', '/api/v1/me', '/api/auth/sign-in/email', '/nothing'])(
    'of %s keep other sites out [A-054, A-059]',
    async (path) => {
      const { headers } = await world.nobody.get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('promise https for a year where there is https', async () => {
    const secure = await createWorld(inject('testServer'), { appUrl: 'https://keyholder.example' });
    expect((await secure.nobody.get('/api/v1/me')).headers.get('strict-transport-security')).toMatch(
      /^max-age=31536000/,
    );
    await secure.stop();
  });
});
