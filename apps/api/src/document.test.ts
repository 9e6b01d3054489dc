import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { POLICY } from './http/policy.ts';
import { createWorld } from './testing/world.ts';
import type { World } from './testing/world.ts';

let world: World;
let document: { openapi: string; paths: Record<string, Record<string, Operation>> };
interface Operation {
  readonly operationId?: string;
  readonly security?: unknown[];
  readonly summary?: string;
  readonly responses?: Record<string, { content?: Record<string, unknown> }>;
  readonly parameters?: { name: string; in: string }[];
}
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  document = (await world.nobody.get('/api/openapi.json')).body;
});
afterAll(() => world.stop());

const UNDOCUMENTED = /^GET \/(livez|readyz|docs.*|api\/openapi\.json)$/;
const routes = Object.keys(POLICY).filter((route) => !UNDOCUMENTED.test(route));
const inDocument = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  return document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
};

describe('the OpenAPI document [R45]', () => {
  it('is 3.1 and holds exactly the routes of the app', () => {
    expect(document.openapi).toBe('3.1.0');
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(documented.filter((route) => !UNDOCUMENTED.test(route)).sort()).toEqual([...routes].sort());
  });

  it.each(routes)('%s says what it does, what it answers and how it refuses', (route) => {
    const operation = inDocument(route)!;
    expect(operation.summary).toBeTruthy();
    expect(operation.operationId).toBeTruthy();
    const answers = operation.responses ?? {};
    // A redirect is an answer, too: that of the way back from an identity provider.
    const good = Object.keys(answers).filter((status) => /^(2|302$)/.test(status));
    expect(good.length).toBe(1);
    if (good[0] === '200' && !/\/events$|\.(csv|ndjson)$/.test(route))
      expect(answers['200']?.content?.['application/json']).toBeTruthy();
    expect(
      Object.entries(answers).some(
        ([status, answer]) => status >= '400' && answer.content?.['application/problem+json'],
      ),
    ).toBe(true);
    for (const [, name] of route.matchAll(/:(\w+)/g))
      expect(
        operation.parameters?.some((one) => one.in === 'path' && one.name === name),
        name,
      ).toBe(true);
  });

  it('says of every route whether a session or a key opens it, as the policy table does [R44]', () => {
    expect(inDocument('GET /api/v1/sites/:site/pages')?.security).toEqual([{ session: [] }, { key: [] }]);
    expect(inDocument('POST /api/v1/sites/:site/api-keys')?.security).toEqual([{ session: [] }]);
    expect(inDocument('GET /api/v1/accounts/:account')?.security).toEqual([{ session: [] }]);
    expect(inDocument('POST /api/v1/invitations/lookup')?.security).toEqual([]);
    expect(routes.filter((route) => !inDocument(route)?.security)).toEqual([]);
  });

  it('gives every operation its own id', () => {
    const ids = Object.values(document.paths)
      .flatMap((methods) => Object.values(methods).map((operation) => operation.operationId))
      .filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the reference page', () => {
  it('is our own files only', async () => {
    const page = await world.nobody.get('/docs');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    for (const [, script] of (page.body as string).matchAll(/src="([^"]+)"/g))
      expect((await world.nobody.get(script!)).status).toBe(200);
  });
});

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
